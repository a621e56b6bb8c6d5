import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type Oklch, oklchContrast } from "@/components/charts/oklch-contrast";

const css = readFileSync(path.resolve(import.meta.dirname, "globals.css"), "utf8");

/** Every `--name: oklch(L C h)` of one rule. */
function tokensOf(selector: string): Map<string, Oklch> {
  const block = css.slice(css.indexOf(`${selector} {`)).split("}")[0] ?? "";
  const found = block.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/g);
  return new Map(
    [...found].map(([, name = "", l, c, h]) => [name, [Number(l), Number(c), Number(h)] as const]),
  );
}

function contrast(tokens: Map<string, Oklch>, first: string, second: string): number {
  const [one, other] = [tokens.get(first), tokens.get(second)];
  if (!one || !other) throw new Error(`No colour token ${one ? second : first}`);
  return oklchContrast(one, other);
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
  const tokens = tokensOf(selector);

  it.each([...TEXT, ...TEXT_ON_TINT])("%s on %s carries text", (text, ground) => {
    expect(contrast(tokens, text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(MARKS)("%s stands out as a mark", (mark) => {
    expect(contrast(tokens, mark, "surface")).toBeGreaterThanOrEqual(3);
  });
});
