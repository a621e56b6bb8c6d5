import { describe, expect, it } from "vitest";
import { dayNumber, localDate } from "../../dates/local-date";
import { daylight } from "./daylight";
import { longestFreeS } from "./free-time";
import type { RacePriority } from "./race-priority";
import { seasonPhase } from "./season-phase";

describe("daylight", () => {
  const at = (day: string, latitudeDeg: number, longitudeDeg: number, utcOffsetS: number) =>
    daylight(dayNumber(localDate(day)), { latitudeDeg, longitudeDeg, utcOffsetS });

  // Published times of sunrise and sunset, two minutes either way.
  it.each([
    ["Greenwich at midsummer", "2026-06-21", 51.48, 0, 3600, 283, 1282],
    ["Greenwich at midwinter", "2026-12-21", 51.48, 0, 0, 484, 954],
    ["Sydney at the new year", "2026-01-01", -33.87, 151.21, 39_600, 348, 1210],
    ["Quito at the equinox", "2026-03-20", -0.18, -78.47, -18_000, 378, 1105],
  ])("%s", (_, day, latitude, longitude, offset, sunrise, sunset) => {
    const light = at(day, latitude, longitude, offset);
    expect(Math.abs((light?.sunriseMinute ?? 0) - sunrise)).toBeLessThanOrEqual(2);
    expect(Math.abs((light?.sunsetMinute ?? 0) - sunset)).toBeLessThanOrEqual(2);
  });

  it("is unknown where the sun stays up or down", () => {
    expect(at("2026-06-21", 69.65, 18.96, 7200)).toBeNull();
    expect(at("2026-12-21", 69.65, 18.96, 3600)).toBeNull();
  });
});

describe("longestFreeS", () => {
  const hours = (from: number, to: number) => ({ from: from * 60, to: to * 60 });

  it("is the longest gap between six and nine, less half an hour", () => {
    expect(longestFreeS([hours(8, 12), hours(13, 18)])).toBe(2.5 * 3600);
    expect(longestFreeS([hours(13, 20), hours(6, 11)])).toBe(1.5 * 3600);
  });

  it("takes overlapping times once and a full day for what it is", () => {
    expect(longestFreeS([hours(6, 14), hours(9, 10), hours(13, 19)])).toBe(1.5 * 3600);
    expect(longestFreeS([hours(0, 24)])).toBe(0);
    expect(longestFreeS([])).toBe(14.5 * 3600);
  });
});

describe("seasonPhase", () => {
  const day = localDate("2026-05-20");
  const phase = (...races: string[]) =>
    seasonPhase(
      day,
      races.map((race) => {
        const [on = "", priority = "A"] = race.split(" ");
        return { day: localDate(on), priority: priority as RacePriority };
      }),
    );

  it.each([
    ["2026-05-20", "race_week"],
    ["2026-05-26", "race_week"],
    ["2026-05-27", "taper"],
    ["2026-06-02", "taper"],
    ["2026-06-03", "peak"],
    ["2026-06-09", "peak"],
    ["2026-06-10", "build"],
    ["2026-08-11", "build"],
    ["2026-08-12", "base"],
    ["2026-05-19", "recovery"],
    ["2026-05-13", "recovery"],
    ["2026-05-12", "base"],
  ])("with a race on %s is %s", (race, expected) => {
    expect(phase(race).phase).toBe(expected);
  });

  it("looks at the nearest race, and recovers from one unless the next is near", () => {
    expect(phase("2026-09-01", "2026-05-30")).toMatchObject({ phase: "taper", daysToRace: 10 });
    expect(phase("2026-05-17", "2026-07-01")).toMatchObject({ phase: "recovery", daysToRace: 42 });
    expect(phase("2026-05-17", "2026-05-31")).toMatchObject({ phase: "taper", daysSinceRace: 3 });
    const none = { daysToRace: null, daysSinceRace: null, taper: null };
    expect(phase()).toEqual({ phase: "base", ...none });
  });

  it.each([
    ["2026-05-26 B", "race_week"],
    ["2026-05-27 B", "build"],
    ["2026-05-16 B", "recovery"],
    ["2026-05-15 B", "base"],
    ["2026-05-21 C", "race_week"],
    ["2026-05-22 C", "base"],
    ["2026-05-19 C", "recovery"],
    ["2026-05-18 C", "base"],
  ])("with a race on %s is %s", (race, expected) => {
    expect(phase(race).phase).toBe(expected);
  });

  it("trains through a race of priority C for the A race behind it", () => {
    const season = phase("2026-05-24 C", "2026-05-30 A");
    expect(season).toMatchObject({ phase: "taper", daysToRace: 4 });
    expect(season.taper).toEqual({ priority: "A", daysToRace: 10 });
  });
});
