import { describe, expect, it } from "vitest";
import { aerobicDecoupling } from "./aerobic-decoupling";
import { type DecouplingInput, steadyDecoupling } from "./steady-decoupling";

const fill = (seconds: number, at: (second: number) => number | null) => ({
  values: Float64Array.from({ length: seconds }, (_, s) => at(s) ?? 0),
  valid: Uint8Array.from({ length: seconds }, (_, s) => (at(s) === null ? 0 : 1)),
});
const HOUR = 3600;
/** An hour at 200 W; after the middle of what is judged, 195 W at 148 instead of 140 beats. */
const MIDDLE = (600 + HOUR - 300) / 2;
const drifting = (more: Partial<DecouplingInput> = {}): DecouplingInput => ({
  output: fill(HOUR, (s) => (s < MIDDLE ? 200 : 195)),
  heartRate: fill(HOUR, (s) => (s < MIDDLE ? 140 : 148)),
  timerOn: new Uint8Array(HOUR).fill(1),
  hardFrom: 225,
  ...more,
});

describe("aerobicDecoupling", () => {
  it("agrees with the worked example", () => {
    const first = { output: 200, heartRateBpm: 140 };
    expect(aerobicDecoupling(first, { output: 195, heartRateBpm: 148 })).toBeCloseTo(7.7703, 4);
    expect(aerobicDecoupling(first, first)).toBe(0);
    expect(aerobicDecoupling(first, { output: 200, heartRateBpm: 0 })).toBeNull();
    expect(aerobicDecoupling({ output: 0, heartRateBpm: 140 }, first)).toBeNull();
  });
});

describe("steadyDecoupling", () => {
  it("measures a steady hour", () => {
    const { decouplingPct, reason } = steadyDecoupling(drifting());
    expect(reason).toBeNull();
    expect(decouplingPct).toBeCloseTo(7.7703, 4);
  });

  it("does not see what a pause or the first ten minutes hold", () => {
    const warm = drifting({ output: fill(HOUR, (s) => (s < 500 ? 40 : s < MIDDLE ? 200 : 195)) });
    expect(steadyDecoupling(warm).decouplingPct).toBeCloseTo(7.7703, 4);
  });

  it.each<[string, Partial<DecouplingInput>, RegExp]>([
    ["too short", { timerOn: new Uint8Array(HOUR).fill(1, 0, 2300) }, /shorter than 40/],
    ["no heart rate", { heartRate: fill(HOUR, () => null) }, /only 0 of the 30 minutes/],
    [
      "heart rate lost in one half",
      { heartRate: fill(HOUR, (s) => (s > 2500 ? null : 140)) },
      /too much of one half/,
    ],
    ["too hard", { hardFrom: 190 }, /100 % of the time was in zone 4/],
    [
      "intervals",
      { output: fill(HOUR, (s) => (Math.floor(s / 300) % 2 === 0 ? 120 : 280)), hardFrom: null },
      /too uneven: it varied by/,
    ],
  ])("refuses: %s", (_name, more, reason) => {
    const result = steadyDecoupling(drifting(more));
    expect(result.decouplingPct).toBeNull();
    expect(result.reason).toMatch(reason);
  });
});
