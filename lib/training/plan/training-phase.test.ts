import { describe, expect, it } from "vitest";
import { addDays, localDate } from "../../dates/local-date";
import { trainingPhase } from "./training-phase";

const RACE = localDate("2026-05-09");

describe("trainingPhase", () => {
  it.each([
    [20, "base"],
    [14, "base"],
    [13, "taper"],
    [7, "taper"],
    [6, "race_week"],
    [0, "race_week"],
    [-1, "base"],
  ])("%i days before the race it is %s", (days, phase) => {
    expect(trainingPhase(addDays(RACE, -days), [{ day: RACE, priority: "A" }])).toBe(phase);
  });

  it.each([
    ["B", 13, "base"],
    ["B", 6, "race_week"],
    ["C", 6, "base"],
    ["C", 1, "race_week"],
  ] as const)("of a race of priority %s, %i days before it is %s", (priority, days, phase) => {
    expect(trainingPhase(addDays(RACE, -days), [{ day: RACE, priority }])).toBe(phase);
  });

  it("is base without a race", () => {
    expect(trainingPhase(RACE, [])).toBe("base");
  });
});
