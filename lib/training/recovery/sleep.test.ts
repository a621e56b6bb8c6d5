import { describe, expect, it } from "vitest";
import { sleepDebt } from "./sleep-debt";
import {
  bedtimeConsistencyScore,
  SLEEP_WEIGHTS,
  type SleepScoreInput,
  sleepDurationScore,
  sleepScore,
} from "./sleep-score";

const UNKNOWN: SleepScoreInput = {
  sleepS: null,
  deepSleepS: null,
  remSleepS: null,
  awakeS: null,
  awakenings: null,
  bedtimeHour: null,
  previousBedtimeHours: [],
};

describe("sleepScore", () => {
  it("has weights that sum to 1", () => {
    expect(Object.values(SLEEP_WEIGHTS).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });

  it.each([
    [2, 1],
    [4, 19],
    [5, 52],
    [6, 85],
    [6.5, 94],
    [7, 100],
    [9, 100],
    [9.5, 92],
    [10, 82],
    [11, 60],
    [12, 50],
  ])("gives %s h the published %s points", (hours, points) => {
    expect(Math.trunc(sleepDurationScore(hours))).toBe(points);
  });

  it("judges the hour of going to bed against the usual one", () => {
    const usual = [11, 11, 11];
    expect(Math.trunc(bedtimeConsistencyScore(11.5, usual) ?? -1)).toBe(85);
    expect(bedtimeConsistencyScore(11 + 5 / 60, usual)).toBe(100);
    expect(bedtimeConsistencyScore(8, usual)).toBe(80);
    expect(bedtimeConsistencyScore(14, usual)).toBe(0);
    expect(bedtimeConsistencyScore(11, [])).toBeNull();
  });

  it("puts a whole night together", () => {
    const { score, components, coverage } = sleepScore({
      sleepS: 8 * 3600,
      deepSleepS: 45 * 60,
      remSleepS: 90 * 60,
      awakeS: 55 * 60,
      awakenings: 2,
      bedtimeHour: 11,
      previousBedtimeHours: [11],
    });
    expect(components).toEqual({ duration: 100, stages: 75, consistency: 100, interruptions: 55 });
    expect(score).toBeCloseTo(0.4 * 100 + 0.2 * (75 + 100 + 55), 9);
    expect(coverage).toBeCloseTo(1, 12);
  });

  it("shares out what is missing instead of scoring it 0", () => {
    expect(sleepScore({ ...UNKNOWN, sleepS: 8 * 3600 })).toMatchObject({
      score: 100,
      coverage: 0.4,
    });
    const calm = sleepScore({ ...UNKNOWN, sleepS: 8 * 3600, awakeS: 10 * 60 });
    expect(calm.components.interruptions).toBe(100);
  });

  it.each([null, 0, -1, 25 * 3600])("has no value for %s s", (sleepS) => {
    expect(sleepScore({ ...UNKNOWN, sleepS, awakeS: 0 }).score).toBeNull();
  });
});

describe("sleepDebt", () => {
  it("adds up what was missed in fourteen nights", () => {
    const nights = [9, ...Array<number>(13).fill(7.5), 8].map((hours) => hours * 3600);
    expect(sleepDebt(nights)).toEqual({ debtS: 13 * 1800, nights: 14, needS: 28_800 });
  });

  it("skips unknown nights and learns until three", () => {
    expect(sleepDebt([null, 7 * 3600, null, 9 * 3600, 8 * 3600]).debtS).toBe(0);
    expect(sleepDebt([7 * 3600, null])).toMatchObject({
      debtS: null,
      reason: "Learning: 1 of 3 nights.",
    });
    expect(
      sleepDebt(
        [7, 7, 7].map((h) => h * 3600),
        7 * 3600,
      ).debtS,
    ).toBe(0);
  });
});
