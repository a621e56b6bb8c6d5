import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  RECOVERY_WEIGHTS,
  type RecoveryInput,
  recoveryBand,
  recoveryScore,
} from "./recovery-score";
import { trailingBaseline } from "./trailing-baseline";

const full = (mean: number) => ({ mean, days: 7 });

const GOOD: RecoveryInput = {
  hrvMs: 65,
  hrvBaseline: full(59),
  restingHrBpm: 55,
  restingHrBaseline: full(55),
  sleepS: 480 * 60,
  sleepQuality: 85,
  stressAvg: 30,
  startOfDayAcwr: 1,
};
const NOTHING: RecoveryInput = {
  hrvMs: null,
  hrvBaseline: { mean: null, days: 0 },
  restingHrBpm: null,
  restingHrBaseline: { mean: null, days: 0 },
  sleepS: null,
  sleepQuality: null,
  stressAvg: null,
  startOfDayAcwr: null,
};

const partOf = (input: Partial<RecoveryInput>, name: string) =>
  recoveryScore({ ...GOOD, ...input }).contributions.find(({ component }) => component === name);

describe("recoveryScore", () => {
  it("never takes SDNN for RMSSD, and says that it is there", () => {
    const sdnn = partOf({ hrvMs: null, hrvSdnnMs: 65 }, "hrv");
    expect(sdnn).toMatchObject({
      ...{ score: null, value: null, weight: 0, reasonCode: "rmssd_missing_sdnn_available" },
      reason: expect.stringMatching(/SDNN/),
    });
    expect(partOf({ hrvSdnnMs: 65 }, "hrv")).toEqual(partOf({}, "hrv"));
    expect(partOf({ hrvMs: null }, "hrv")?.reasonCode).toBeUndefined();
  });

  it("has weights that sum to 1", () => {
    expect(Object.values(RECOVERY_WEIGHTS).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it("works the example of the definition", () => {
    const result = recoveryScore(GOOD);
    expect(result.score).toBeCloseTo(80.8, 9);
    expect(result.contributions.map(({ score }) => Math.round(score ?? -1))).toEqual([
      100, 50, 94, 70,
    ]);
    expect(result).toMatchObject({
      band: "green",
      confidence: "solid",
      loadFactor: 1,
      missing: [],
    });
  });

  it.each([
    [
      {
        hrvMs: 54,
        hrvBaseline: full(60),
        restingHrBpm: 50,
        restingHrBaseline: full(48),
        sleepS: 340 * 60,
        sleepQuality: 58,
        stressAvg: 38,
        startOfDayAcwr: 1.1,
      },
      46.39,
    ],
    [
      {
        hrvMs: 48,
        hrvBaseline: full(60),
        restingHrBpm: 53,
        restingHrBaseline: full(48),
        sleepS: 300 * 60,
        sleepQuality: null,
        stressAvg: 60,
        startOfDayAcwr: 1.6,
      },
      8,
    ],
    [
      {
        hrvMs: 62,
        hrvBaseline: full(60),
        restingHrBpm: 48,
        restingHrBaseline: full(48),
        sleepS: null,
        sleepQuality: null,
        stressAvg: null,
        startOfDayAcwr: 1.35,
      },
      62.14285714285716,
    ],
  ])("scores %j", (input, score) => {
    expect(recoveryScore({ ...GOOD, ...input }).score).toBeCloseTo(score, 9);
  });

  it.each([
    [-30, 0],
    [-20, 0],
    [-15, 25],
    [-10, 50],
    [0, 75],
    [10, 100],
    [25, 100],
  ])("gives HRV %s %% against the mean %s points", (percent, score) => {
    const input = { hrvMs: 100 + percent, hrvBaseline: full(100) };
    expect(partOf(input, "hrv")?.score).toBeCloseTo(score, 9);
  });

  it.each([
    [-8, 100],
    [-5, 100],
    [-2.5, 75],
    [0, 50],
    [5, 25],
    [10, 0],
    [20, 0],
  ])("gives resting HR %s %% against the mean %s points", (percent, score) => {
    const input = { restingHrBpm: 100 + percent, restingHrBaseline: full(100) };
    expect(partOf(input, "rhr")?.score).toBeCloseTo(score, 9);
  });

  it.each([
    [3, 30],
    [5, 30],
    [5.5, 50],
    [6, 70],
    [6.5, 85],
    [7, 100],
    [9, 100],
    [10, 100],
    [11, 85],
    [12, 70],
    [14, 70],
  ])("gives %s h of sleep %s points", (hours, score) => {
    const input = { sleepS: hours * 3600, sleepQuality: null };
    expect(partOf(input, "sleep")?.score).toBeCloseTo(score, 9);
  });

  it.each([
    [1.3, 1],
    [1.31, 0.9],
    [1.5, 0.9],
    [1.51, 0.8],
    [0.4, 1],
  ])("multiplies by the load factor at an ACWR of %s", (acwr, factor) => {
    const result = recoveryScore({ ...GOOD, startOfDayAcwr: acwr });
    expect(result.loadFactor).toBe(factor);
    expect(result.score).toBeCloseTo(80.8 * factor, 9);
  });

  it("shares out the weight of what is missing and says what is", () => {
    const result = recoveryScore({ ...GOOD, stressAvg: -1, startOfDayAcwr: null });
    expect(result.coverage).toBeCloseTo(0.9, 12);
    expect(result.missing).toEqual([
      "Stress: not measured.",
      "Training load: fewer than 28 known days, no adjustment.",
    ]);
    const weights = result.contributions.map(({ weight }) => weight);
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect(weights[3]).toBe(0);
  });

  it("learns a baseline before it judges", () => {
    const hrv = partOf({ hrvBaseline: { mean: null, days: 2 } }, "hrv");
    expect(hrv).toMatchObject({ score: null, weight: 0, reason: "HRV: learning 2 of 3." });
  });

  it("gives no score without HRV and resting heart rate, nor below 40 % of the weight", () => {
    const noHeart = recoveryScore({ ...GOOD, hrvMs: null, restingHrBpm: null });
    expect(noHeart).toMatchObject({ score: null, band: null, confidence: null });
    expect(noHeart.coverage).toBeCloseTo(0.3, 12);
    expect(noHeart.reason).toContain("Neither");
    const onlyHeart = recoveryScore({ ...NOTHING, restingHrBpm: 50, restingHrBaseline: full(50) });
    expect(onlyHeart.score).toBeNull();
    expect(onlyHeart.reason).toContain("30 %");
    expect(recoveryScore(NOTHING)).toMatchObject({ score: null, coverage: 0 });
  });

  it("stands on resting heart rate and stress: exactly 40 %", () => {
    const input = { ...NOTHING, restingHrBpm: 50, restingHrBaseline: full(50), stressAvg: 50 };
    expect(recoveryScore(input)).toMatchObject({ score: 50, confidence: "thin" });
  });

  it("puts the band where the shown number is", () => {
    expect([79.4, 79.5, 80, 49.4, 49.5, 0, 100].map(recoveryBand)).toEqual([
      "yellow",
      "green",
      "green",
      "red",
      "yellow",
      "red",
      "green",
    ]);
  });

  it("stays within 0 and 100 and improves with HRV", () => {
    const positive = fc.double({ min: 20, max: 150, noNaN: true });
    const percent = fc.double({ min: 0, max: 100, noNaN: true });
    fc.assert(
      fc.property(positive, positive, percent, percent, (hrvMs, mean, sleepQuality, stressAvg) => {
        const input = { ...GOOD, hrvMs, hrvBaseline: full(mean), sleepQuality, stressAvg };
        const score = recoveryScore(input).score ?? -1;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100 + 1e-9);
        const better = recoveryScore({ ...input, hrvMs: hrvMs * 1.05 }).score ?? -1;
        expect(better).toBeGreaterThanOrEqual(score - 1e-9);
      }),
    );
  });
});

describe("trailingBaseline", () => {
  it("is the mean of the seven latest days that have a value", () => {
    expect(trailingBaseline([99, 60, null, 62, 58, null, 61, 59, 60, 60])).toEqual({
      mean: 60,
      days: 7,
    });
  });

  it("learns until three", () => {
    expect(trailingBaseline([null, 60, 62])).toEqual({ mean: null, days: 2 });
    expect(trailingBaseline([])).toEqual({ mean: null, days: 0 });
  });

  it("does not reach back further than four weeks", () => {
    expect(trailingBaseline([60, 60, 60, ...Array<null>(28).fill(null)]).days).toBe(0);
  });
});
