import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const css = readFileSync(path.resolve(import.meta.dirname, "globals.css"), "utf8");

type Tokens = Record<string, number>;

/** Relative luminance (WCAG 2) of every `--name: oklch(L C h)` in one rule. */
function luminances(selector: string): Tokens {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  const found: Tokens = {};
  for (const [, name = "", l, c, h] of block.matchAll(
    /--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g,
  )) {
    found[name] = luminance(Number(l), Number(c), Number(h));
  }
  return found;
}

/** OKLCH to linear sRGB by Ottosson's matrices, clipped, weighted as WCAG does. */
function luminance(lightness: number, chroma: number, hue: number): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return (
    0.2126 * clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s) +
    0.7152 * clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s) +
    0.0722 * clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
  );
}

function contrast(tokens: Tokens, first: string, second: string): number {
  const pair = [tokens[first], tokens[second]].map((value) => {
    if (value === undefined) throw new Error(`No colour token among ${first}, ${second}`);
    return value;
  });
  return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
}

const GROUNDS = ["canvas", "surface", "sunken"];
const TEXT = ["ink", "muted", "faint", "accent", "go", "ease", "rest"].flatMap((text) =>
  GROUNDS.map((ground) => [text, ground] as const),
);
const TEXT_ON_TINT = [
  ["go", "go-soft"],
  ["ease", "ease-soft"],
  ["rest", "rest-soft"],
  ["accent", "accent-soft"],
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["ink", "go-soft"],
  ["ink", "ease-soft"],
  ["ink", "rest-soft"],
  ["ink", "accent-soft"],
] as const;
const MARKS = ["fitness", "fatigue", "form", "hrv", "sleep", "line-strong"].concat(
  [1, 2, 3, 4, 5, 6, 7].map((zone) => `z${zone}`),
);

describe.each([
  ["light", ":root"],
  ["dark", ".dark"],
])("colours in the %s theme", (_theme, selector) => {
  const tokens = luminances(selector);

  it("reads black on white as 21 : 1", () => {
    expect(contrast({ white: luminance(1, 0, 0), black: 0 }, "white", "black")).toBeCloseTo(21, 1);
  });

  it.each([...TEXT, ...TEXT_ON_TINT])("%s on %s carries text", (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)("%s stands out as a mark", (mark) => {
    expect(contrast(tokens, mark, "surface")).toBeGreaterThanOrEqual(3);
  });
});
