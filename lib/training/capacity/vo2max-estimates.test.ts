import { describe, expect, it } from "vitest";
import { ftpSuggestion } from "./ftp-suggestion";
import { vo2maxEstimates } from "./vo2max-estimates";

const NOTHING = {
  vdot: null,
  fiveMinutePowerW: null,
  weightKg: null,
  maxHeartRateBpm: null,
  restingHeartRateBpm: null,
};

describe("vo2maxEstimates", () => {
  it("gives each way its own interval", () => {
    const estimates = vo2maxEstimates({
      vdot: 50,
      fiveMinutePowerW: 300,
      weightKg: 75,
      maxHeartRateBpm: 190,
      restingHeartRateBpm: 50,
    });
    expect(estimates.map(({ way }) => way)).toEqual(["run", "power", "heart-rates"]);
    expect(estimates.map(({ value }) => Math.round(value * 100) / 100)).toEqual([50, 50.2, 58.14]);
    expect(estimates[0]?.low).toBeCloseTo(45, 9);
    expect(estimates[0]?.high).toBeCloseTo(55, 9);
  });

  it("leaves out what lacks its input", () => {
    expect(vo2maxEstimates(NOTHING)).toEqual([]);
    expect(vo2maxEstimates({ ...NOTHING, fiveMinutePowerW: 300 })).toEqual([]);
    expect(vo2maxEstimates({ ...NOTHING, maxHeartRateBpm: 190 })).toEqual([]);
  });
});

describe("ftpSuggestion", () => {
  it("is 95 % of 20 minutes, where that is news", () => {
    expect(ftpSuggestion(280, 240)).toBeCloseTo(266, 9);
    expect(ftpSuggestion(280, 300)).toBeCloseTo(266, 9);
    expect(ftpSuggestion(280, null)).toBeCloseTo(266, 9);
    expect(ftpSuggestion(280, 262)).toBeNull();
    expect(ftpSuggestion(0, 262)).toBeNull();
  });

  it("does not come back once it was refused, until it is another one", () => {
    expect(ftpSuggestion(280, 240, 266)).toBeNull();
    expect(ftpSuggestion(280, 240, 260)).toBeNull();
    expect(ftpSuggestion(290, 240, 266)).toBeCloseTo(275.5, 9);
  });
});
