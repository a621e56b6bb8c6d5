import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { distanceWords } from "./distance-words";
import { distanceRecords } from "./prepare-records";
import { backtestSentence } from "./race-outlook-card";
import { recordKind, recordSports } from "./records-view";

const effort = (distanceM: number, durationS: number, activityId: string) => ({
  activityId,
  title: "Run",
  day: localDate("2026-05-01"),
  distanceM,
  durationS,
  activityDistanceM: 12_000,
});

describe("records", () => {
  it("stand in a row for each distance, in the order of the efforts", () => {
    const rows = distanceRecords([
      effort(400, 80, "a"),
      effort(400, 82, "b"),
      effort(5000, 1200, "a"),
    ]);
    expect(rows.map(({ name, places }) => [name, places.map(({ value }) => value)])).toEqual([
      ["400 m", ["1:20", "1:22"]],
      ["5 km", ["20:00"]],
    ]);
  });

  it("name the classic distances as people do", () => {
    expect(
      [50, 400, 1000, 1500, 1609.344, 3218.688, 1900, 15_000, 21_097.5].map(distanceWords),
    ).toEqual([
      "50 m",
      "400 m",
      "1 km",
      "1500 m",
      "1 mile",
      "2 miles",
      "1900 m",
      "15 km",
      "Half marathon",
    ]);
  });

  it("are never of a heart rate, and begin with the main sport", () => {
    const known = [
      { sport: "cycling", kind: "power" },
      { sport: "running", kind: "speed" },
      { sport: "strength", kind: "heart_rate" },
    ] as const;
    expect(recordKind(known, "strength")).toBeNull();
    expect(recordSports(known, ["swimming", "running"], "running")).toEqual([
      "running",
      "cycling",
      "swimming",
    ]);
    expect(recordSports([], [], "running")).toEqual([]);
  });
});

describe("backtestSentence", () => {
  const race = { dayNumber: 1, distanceM: 10_000, durationS: 2500 };
  const judged = { race, from: race, expectedS: 2450, isInside: true, error: 0.0204 };

  it("tells the error on the athlete's own races", () => {
    const backtest = { predictions: [judged], insideShare: 1, medianError: 0.0204 };
    expect(backtestSentence(backtest, 2)).toBe(
      "Tried on your one race that had another before it: inside the range, the middle 2.0 % off.",
    );
  });

  it("says why there is none", () => {
    const none = { predictions: [], insideShare: null, medianError: null };
    expect(backtestSentence(none, 1)).toMatch(/you marked one race .* it takes two/);
  });
});
