import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnsOf, oldMornings, type WellnessColumns } from "@/db/wellness-columns";
import { addDays, eachDay, localDate } from "@/lib/dates/local-date";
import { recoveryOn } from "./morning-answer";
import { nightSigns } from "./week-signs";

const DAY = localDate("2026-11-22");
const EVE = addDays(DAY, -1);
const NEXT = addDays(DAY, 1);

const columns = {
  hrvRmssdMs: [48, 71],
  hrvSdnnMs: [60, 80],
  restingHrBpm: [44, 57],
  sleepS: [20_000, 29_000],
  sleepScore: [50, 90],
  stressAvg: [20, 45],
  deepSleepS: [3000, 6000],
  bodyBatteryHigh: [60, 95],
  respirationBrpm: [12, 16],
  weightKg: [67, 69],
  steps: [400, 12_000],
  deviceReadiness: [30, 80],
} as const;
type Column = keyof typeof columns;

const night = (day: typeof DAY, given: Partial<WellnessColumns> = {}): WellnessColumns => ({
  ...columnsOf(day, { fields: {}, sources: {}, reasons: {} }),
  hrvRmssdMs: 50 + (Number(day.slice(8)) % 7),
  hrvSource: "garmin:hrv",
  restingHrBpm: 45 + (Number(day.slice(8)) % 5),
  sleepS: 26_000,
  sleepScore: 75,
  stressAvg: 30,
  ...given,
});

const answered = (changed: readonly WellnessColumns[], day: typeof DAY) => {
  const known = new Map(changed.map((one) => [one.day, one]));
  const days = eachDay(addDays(DAY, -60), NEXT);
  const wellness = days.map((one) => known.get(one) ?? night(one));
  const recovered = recoveryOn({ wellness, loads: [], profile: { ownWeights: [] } }, day);
  return JSON.stringify([recovered, nightSigns(wellness, day)]);
};

/** The mornings that a change answers otherwise, each of them one that it made old. */
function otherwise(before: WellnessColumns, after: WellnessColumns, eveStress: number | null) {
  const eve = night(EVE, { stressAvg: eveStress });
  const [first = null] = oldMornings(before, after, eve);
  const days = [DAY, NEXT].filter(
    (day) => answered([eve, before], day) !== answered([eve, after], day),
  );
  for (const day of days) expect(first !== null && first <= day, JSON.stringify(after)).toBe(true);
  return days;
}

describe("the mornings that a change of a day makes old", () => {
  it("are all those that it may answer otherwise", () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(columns) as Column[])),
        fc.constantFrom(30, null),
        fc.constantFrom(true, false),
        (column, eveStress, isUnknown) => {
          const [from, to] = columns[column];
          const before = night(DAY, { [column]: isUnknown ? null : from });
          const days = otherwise(before, night(DAY, { [column]: to }), eveStress);
          for (const day of days) seen.add(`${column} ${day}`);
        },
      ),
      { numRuns: 300 },
    );
    // Otherwise the answers would not have been asked for what changes them.
    expect([...seen]).toEqual(
      expect.arrayContaining([`hrvRmssdMs ${DAY}`, `sleepS ${DAY}`, `stressAvg ${NEXT}`]),
    );
  });

  it("are none where the day has only come to its totals", () => {
    const after = night(DAY, { steps: 9000, bodyBatteryLow: 5, weightKg: 68 });
    expect(oldMornings(night(DAY), after, night(EVE))).toEqual([]);
  });

  it("begin with the next where its stress has, and with its own where that stands in", () => {
    const after = night(DAY, { stressAvg: 41 });
    expect(oldMornings(night(DAY), after, night(EVE))).toEqual([NEXT]);
    expect(oldMornings(night(DAY), after, night(EVE, { stressAvg: null }))).toEqual([DAY]);
    expect(oldMornings(night(DAY), after, null)).toEqual([DAY]);
  });

  it("begin with its own where nothing was known of it", () => {
    expect(oldMornings(null, night(DAY, { steps: 9000 }), night(EVE))).toEqual([DAY]);
  });
});
