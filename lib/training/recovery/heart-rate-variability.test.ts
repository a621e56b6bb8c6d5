import { describe, expect, it } from "vitest";
import { heartRateVariability } from "./heart-rate-variability";
import { hrvNormalRange } from "./hrv-normal-range";
import { recoveryIndex } from "./recovery-index";

const BASELINE = [
  60, 65, 58, 62, 70, 55, 63, 61, 59, 66, 64, 57, 62, 68, 60, 63, 61, 65, 58, 62, 64, 59, 66, 60,
  63, 57, 69, 61, 62, 64,
];
const WEEK = [62, 55, 50, 52, 58, 54, 51];

describe("heartRateVariability", () => {
  it.each([
    [[800, 810, 800, 810], 10, 5.773502691896258],
    [
      [
        800, 810, 805, 815, 800, 820, 810, 800, 815, 805, 810, 800, 820, 815, 805, 810, 800, 815,
        810, 805, 800, 820,
      ],
      11.649647450214351,
      7.101612523427368,
    ],
  ])("of %j", (nn, rmssd, sdnn) => {
    const { rmssdMs, sdnnMs } = heartRateVariability(nn);
    expect(rmssdMs).toBeCloseTo(rmssd, 9);
    expect(sdnnMs).toBeCloseTo(sdnn, 9);
  });

  it("has no value with one beat", () => {
    expect(heartRateVariability([800])).toEqual({ rmssdMs: null, sdnnMs: null });
  });
});

describe("hrvNormalRange", () => {
  it("draws half a deviation around the baseline for the week and a whole one for the night", () => {
    const range = hrvNormalRange(BASELINE, WEEK, 51);
    expect(range.lnMean).toBeCloseTo(4.1276612118030975, 9);
    expect(range.lnSd).toBeCloseTo(0.057863519633192625, 9);
    expect(range.lowMs).toBeCloseTo(60.26367104763052, 6);
    expect(range.highMs).toBeCloseTo(63.8536005481771, 6);
    expect(range.acuteLowMs).toBeCloseTo(58.54511725809573, 6);
    expect(range.acuteHighMs).toBeCloseTo(65.72798140753623, 6);
    expect(range.weekMs).toBeCloseTo(54.43449981300403, 6);
    expect(range).toMatchObject({
      trend: "below",
      tonight: "below",
      maturity: "established",
      nights: 30,
    });
  });

  it("says how mature it is", () => {
    const nights = (count: number) => hrvNormalRange(Array<number>(count).fill(60), WEEK).maturity;
    expect([13, 14, 27, 28, 59, 60, 90].map(nights)).toEqual([
      null,
      "provisional",
      "provisional",
      "established",
      "established",
      "full",
      "full",
    ]);
  });

  it("learns with a reason and never counts missing nights", () => {
    const range = hrvNormalRange([60, null, 0, 62], [null, null, 60]);
    expect(range).toMatchObject({ nights: 2, lowMs: null, trend: null, weekMs: null });
    expect(range.reason).toBe("Learning your normal range: 2 of 14 nights.");
    expect(hrvNormalRange(BASELINE, [60, null]).reason).toContain("3 nights");
  });

  it("places a night inside and above", () => {
    expect(hrvNormalRange(BASELINE, WEEK, 62).tonight).toBe("within");
    expect(hrvNormalRange(BASELINE, WEEK, 80).tonight).toBe("above");
    expect(hrvNormalRange(BASELINE, WEEK).tonight).toBeNull();
  });
});

describe("recoveryIndex", () => {
  it("works the published example", () => {
    expect(recoveryIndex(54, 60, 52, 50)).toBeCloseTo(0.8653846153846154, 12);
    expect(recoveryIndex(60, 60, 50, 50)).toBe(1);
    expect(recoveryIndex(null, 60, 52, 50)).toBeNull();
    expect(recoveryIndex(54, 0, 52, 50)).toBeNull();
  });
});
