import { describe, expect, it } from "vitest";
import { previewLines } from "./preview-lines";

const LENGTH_S = 4 * 3600;
const wave = {
  values: Float64Array.from({ length: LENGTH_S }, (_, i) => 200 + 50 * Math.sin(i / 60)),
  valid: new Uint8Array(LENGTH_S).fill(1),
};
const nothing = { values: new Float64Array(LENGTH_S), valid: new Uint8Array(LENGTH_S) };
const whole = { points: 500, smoothS: 0, fromS: 0, toS: LENGTH_S };

describe("previewLines", () => {
  it("thins to about as many points as asked for, rounded, with the extremes of the whole", () => {
    const { powerW } = previewLines({ powerW: wave }, { powerW: 1 }, whole);
    expect(powerW?.timeS).toHaveLength(500);
    expect(powerW?.max).toBeCloseTo(250, 1);
    for (const value of powerW?.values ?? []) {
      expect(Math.round((value ?? 0) * 10)).toBeCloseTo((value ?? 0) * 10, 6);
    }
  });
  it("keeps the extremes of the whole activity in a part of it", () => {
    const part = { ...whole, fromS: 0, toS: 60 };
    const { powerW } = previewLines({ powerW: wave }, { powerW: 1 }, part);
    expect(powerW?.min).toBeCloseTo(150, 1);
    expect(Math.min(...((powerW?.values ?? []) as number[]))).toBeGreaterThanOrEqual(200);
    expect(powerW?.timeS.at(-1)).toBe(59);
  });
  it("has no line for a channel that is missing or empty", () => {
    const decimals = { powerW: 1, cadenceRpm: 1 };
    expect(previewLines<keyof typeof decimals>({ cadenceRpm: nothing }, decimals, whole)).toEqual(
      {},
    );
  });
});
