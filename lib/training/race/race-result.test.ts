import { describe, expect, it } from "vitest";
import { raceResult } from "./race-result";

const effort = (distanceM: number) => ({ distanceM, durationS: distanceM / 4 });

describe("raceResult", () => {
  it("is the longest distance that makes up nearly all of the activity", () => {
    const efforts = [effort(1000), effort(10_000), effort(5000)];
    expect(raceResult(efforts, 10_210)?.distanceM).toBe(10_000);
    expect(raceResult(efforts, 11_700)?.distanceM).toBe(10_000);
  });

  it("is none over another distance", () => {
    expect(raceResult([effort(10_000)], 14_000)).toBeNull();
    expect(raceResult([effort(10_000)], null)).toBeNull();
    expect(raceResult([], 10_000)).toBeNull();
  });
});
