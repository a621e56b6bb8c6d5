import { expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import { aiAllowed } from "@/lib/training/source/ai-allowed";
import { everyFinding } from "@/scripts/evals/claims/every-detector";
import { originIn, originsOf } from "./fact-origins";

const DAY = localDate("2026-11-22");
const fact = (id: string): Fact => ({
  ...{ id, label: id, value: 1, unit: "count", fromDay: DAY, toDay: DAY },
});
const NONE = { nights: null, loads: null, morning: null, findings: [] };
const night = (daysAgo: number, sources: Record<string, string>) => ({
  ...{ day: addDays(DAY, -daysAgo), hrvRmssdMs: 60, restingHrBpm: 48, sleepS: null },
  ...{ stressAvg: null, sources },
});
const nightsOf = (...nights: ReturnType<typeof night>[]) =>
  aiAllowed({ value: nights, from: ["file"] as const });

it("names the kinds of source of what was measured at night, and no device", () => {
  const nights = nightsOf(
    night(1, { hrvRmssdMs: "garmin:hrv", restingHrBpm: "apple_health:Anna's Watch" }),
    night(0, { hrvRmssdMs: "apple_health:Anna's Watch", sleepS: "garmin:sleep" }),
  );
  const facts = ["hrv.last", "hrv.mean-7", "resting-hr.last", "sleep.last"].map(fact);
  expect(originsOf(facts, { ...NONE, nights })).toEqual({
    // A night without sleep has no source of it.
    ...{ hrv: "apple_health, garmin", "resting-hr": "apple_health" },
  });
  const odd = nightsOf(night(0, { hrvRmssdMs: "Anna's own" }));
  expect(originsOf(facts, { ...NONE, nights: odd })).toEqual({});
});

it("names the formula of what was worked out, and who told the rest", () => {
  const row = { day: DAY, load: 1, fitness: 1, fatigue: 1, form: 1, ramp: 1, monotony: 1, acwr: 1 };
  const loads = aiAllowed({ value: [{ ...row, formula: "PMC-exp@1" }], from: ["file"] as const });
  const facts = ["form.now", "load.week-2026-11-09", "ftp.current", "running.distance-week", "x.y"];
  expect(originsOf(facts.map(fact), { ...NONE, loads })).toEqual({
    ...{ form: "PMC-exp@1", load: "activities", ftp: "settings", running: "activities" },
  });
});

it("tells a rule's number from another of the same beginning", () => {
  const told = everyFinding().find(({ finding }) => finding.detector === "ftp-too-low");
  const ids = told?.facts.facts.map(({ id }) => id).filter((id) => id.startsWith("ftp.")) ?? [];
  expect(ids.length).toBeGreaterThan(2);
  for (const id of ids) {
    const origin = originIn(told?.facts.origins ?? {}, id);
    expect(origin, id).toBe(/now|current/.test(id) ? "settings" : told?.finding.formula);
  }
});

it("knows where every number of every detector is from", () => {
  const unknown = everyFinding().flatMap(({ facts, finding }) =>
    facts.facts
      .filter(({ id }) => originIn(facts.origins, id) === undefined)
      .map(({ id }) => `${finding.detector}: ${id}`),
  );
  expect(unknown).toEqual([]);
});
