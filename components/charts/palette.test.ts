import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { linearRgb, type Oklch, oklchContrast } from "./oklch-contrast";

const css = readFileSync(path.resolve(import.meta.dirname, "../../app/globals.css"), "utf8");

function tokens(selector: string): Map<string, Oklch> {
  const block =
    new RegExp(`(?:^|\\n)${selector.replace(".", "\\.")} \\{([^}]*)\\}`).exec(css)?.[1] ?? "";
  const found = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return new Map(
    [...found].map(([, name, l, c, h]) => [name ?? "", [Number(l), Number(c), Number(h)] as const]),
  );
}

function token(theme: Map<string, Oklch>, name: string): Oklch {
  const colour = theme.get(name);
  if (!colour) throw new Error(`--${name} is missing in globals.css`);
  return colour;
}

const THEMES = { light: tokens(":root"), dark: tokens(".dark") };
const ZONES = ["z1", "z2", "z3", "z4", "z5", "z6", "z7"];
const LINES = ["fitness", "fatigue", "form", "load", "hrv", "sleep"];
const RINGS = { light: ["go-fill", "rest-fill"], dark: ["go-fill", "ease-fill", "rest-fill"] };

/** Machado 2009, severity 1, on linear sRGB. */
const SIGHT = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

function oklab(rgb: readonly number[]): number[] {
  const [r = 0, g = 0, b = 0] = rgb.map((one) => Math.min(1, Math.max(0, one)));
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function seenDistance(a: Oklch, b: Oklch, sight: readonly (readonly number[])[]): number {
  const seen = (colour: Oklch) => {
    const rgb = linearRgb(colour);
    return oklab(sight.map((row) => row.reduce((sum, one, i) => sum + one * (rgb[i] ?? 0), 0)));
  };
  const other = seen(b);
  return Math.hypot(...seen(a).map((one, i) => one - (other[i] ?? 0)));
}

describe("contrast arithmetic", () => {
  it("knows black on white and the published ratios of the palette's origin", () => {
    expect(oklchContrast([0, 0, 0], [1, 0, 0])).toBeCloseTo(21, 5);
    expect(oklchContrast([0.5, 0.17, 258], [1, 0, 0])).toBeCloseTo(6.1, 1);
    expect(oklchContrast([0.7, 0.14, 250], [0.19, 0.012, 260])).toBeCloseTo(6.9, 1);
    expect(oklchContrast([0.45, 0.12, 275], [1, 0, 0])).toBeCloseTo(7.7, 1);
  });
});

describe.each(Object.entries(THEMES))("chart palette, %s theme", (name, theme) => {
  const surface = token(theme, "surface");
  it.each([...LINES, ...ZONES])("--%s is seen on the surface (3 : 1)", (mark) => {
    expect(oklchContrast(token(theme, mark), surface)).toBeGreaterThanOrEqual(3);
  });
  it.each(RINGS[name as keyof typeof RINGS])("--%s is seen as a ring (3 : 1)", (mark) => {
    expect(oklchContrast(token(theme, mark), surface)).toBeGreaterThanOrEqual(3);
  });
  it.each(["go", "ease", "rest"])(
    "the word in --%s is read on surface and chip (4.5 : 1)",
    (mark) => {
      const word = token(theme, mark);
      expect(oklchContrast(word, surface)).toBeGreaterThanOrEqual(4.5);
      expect(oklchContrast(word, token(theme, `${mark}-soft`))).toBeGreaterThanOrEqual(4.5);
    },
  );
  it.each(["form", "fitness", "hrv", "sleep", "fatigue"])(
    "--%s is seen on its normal band",
    (mark) => {
      expect(oklchContrast(token(theme, mark), token(theme, "go-soft"))).toBeGreaterThanOrEqual(3);
    },
  );
  it.each([...LINES, ...ZONES])("--%s is a colour that screens have", (mark) => {
    for (const channel of linearRgb(token(theme, mark))) {
      expect(channel).toBeGreaterThan(-0.02);
      expect(channel).toBeLessThan(1.02);
    }
  });
  it.each(Object.entries(SIGHT))("fitness, fatigue and form stay apart with %s", (_, sight) => {
    const three = ["fitness", "fatigue", "form"].map((mark) => token(theme, mark));
    const pairs = three.flatMap((a, i) => three.slice(i + 1).map((b) => [a, b] as const));
    for (const [a, b] of pairs) expect(seenDistance(a, b, sight)).toBeGreaterThanOrEqual(0.08);
  });
});
