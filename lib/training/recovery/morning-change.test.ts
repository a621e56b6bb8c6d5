import { describe, expect, it } from "vitest";
import { type AnsweredMorning, morningChange } from "./morning-change";

function answered(score: number | null, given: object = {}, decision = "go"): AnsweredMorning {
  const readiness = {
    hrvMs: 60,
    restingHrBpm: 48,
    sleepS: 27_000,
    checkIn: null,
    tsb: -4,
    startOfDayAcwr: 1.1,
    ...given,
  };
  return { recovery: { score }, decision: { decision }, readiness } as unknown as AnsweredMorning;
}
const because = (given: object) => morningChange(answered(71), answered(64, given))?.because;

describe("morningChange", () => {
  it("is null while score and decision stay as they were", () => {
    expect(morningChange(answered(71.2), answered(70.9, { hrvMs: 61 }))).toBeNull();
    expect(morningChange(answered(null), answered(null))).toBeNull();
  });

  it("says from what to what, and what came in", () => {
    expect(
      morningChange(answered(71, { hrvMs: null }), answered(64, { hrvMs: 38.2 }, "ease")),
    ).toEqual({
      score: { from: 71, to: 64 },
      decision: { from: "go", to: "ease" },
      because: "HRV came in at 38 ms",
    });
  });

  it("names the first of several causes: measured before felt, the load last", () => {
    expect(because({ isIll: true, hrvMs: 41 })).toBe("you told of an illness");
    expect(because({ hrvMs: 41 })).toBe("HRV was corrected from 60 ms to 41 ms");
    expect(because({ restingHrBpm: null })).toBe("Resting HR was taken back");
    expect(because({ sleepS: 18_840 })).toBe("Sleep was corrected from 7 h 30 min to 5 h 14 min");
    expect(because({ checkIn: { readiness: 2 }, tsb: -9 })).toBe("your check-in");
    expect(because({ isIll: true, checkIn: { readiness: 2 } })).toBe("you told of an illness");
    const well = morningChange(answered(64, { isIll: true }), answered(71));
    expect(well?.because).toBe("no illness is told of any more");
    expect(because({ tsb: -9 })).toBe("the training load before it changed");
    expect(because({})).toBe("earlier data changed");
  });
});
