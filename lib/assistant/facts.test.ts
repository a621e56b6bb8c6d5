import { describe, expect, it } from "vitest";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import type { Finding } from "@/lib/training/insights/finding";
import {
  type AiAllowed,
  aiAllowed,
  type Origin,
  type Sourced,
} from "@/lib/training/source/ai-allowed";
import { buildFacts } from "./facts";
import type { FactsActivity, FactsInput } from "./facts/facts-input";
import type { Facts } from "./facts-types";

const day = localDate("2026-11-22");
const file = <Value>(value: Value): Sourced<Value> => ({ value, from: ["file"] });
const strava = <Value>(value: Value): Sourced<Value> => ({ value, from: ["file", "strava"] });
const back = (days: number): LocalDate => addDays(day, -days);

const nights = Array.from({ length: 61 }, (_, i) => ({
  day: back(60 - i),
  hrvRmssdMs: i === 60 ? 43 : 55 + (i % 3),
  restingHrBpm: i === 60 ? 54 : 49,
  sleepS: i === 60 ? 20_400 : 27_000,
  stressAvg: 30,
}));
const loads = Array.from({ length: 29 }, (_, i) => ({
  ...{ day: back(28 - i), load: i === 28 ? 0 : 70 + (i % 2) * 20, fitness: 66, fatigue: 84 },
  ...{ form: -18, ramp: 3, monotony: 2.3, acwr: 1.42 },
}));
const activity: FactsActivity = {
  ...{
    id: "a1",
    day: back(2),
    sport: "running" as const,
    timerS: 3600,
    distanceM: 12_000,
    load: 80,
  },
};
const finding: Finding = {
  ...{ detector: "resting-hr-rising", formula: "DET-RHR@1", severity: "caution", sport: null },
  ...{ title: "Resting heart rate is up", text: "It is 5 bpm up.", action: "Keep today easy." },
  ...{ fromDay: back(6), toDay: day, series: [] },
  evidence: [
    {
      ...{ id: "resting-hr.last", label: "Resting heart rate, last night", value: 54, unit: "bpm" },
      ...{ fromDay: day, toDay: day, activityIds: ["a1"] },
    },
  ],
};

const input: FactsInput = {
  day,
  athlete: { birthDate: localDate("1988-11-23"), sex: "f", mainSport: "running", units: "metric" },
  mayReadNotes: false,
  nights: nights.map(file),
  loads: loads.map(file),
  activities: [file(activity)],
  morning: null,
  capacities: file({
    ...{ ftpW: 255, thresholdHeartRateBpm: null, maxHeartRateBpm: null, thresholdSpeedMps: null },
    ...{ criticalSwimSpeedMps: null, weightKg: 70.5 },
  }),
  findings: [file(finding)],
  events: [
    { kind: "injury", fromDay: back(3), toDay: day, title: "Left calf, Dr Example, Graz" },
    { kind: "race", fromDay: addDays(day, 27), toDay: addDays(day, 27), title: "Marathon" },
  ],
};

const value = (facts: Facts, id: string) => facts.facts.find((fact) => fact.id === id)?.value;

describe("buildFacts", () => {
  const { value: facts } = buildFacts(input);

  it("gives values with their means and changes, dated", () => {
    expect(value(facts, "resting-hr.mean-28")).toBe(49);
    expect(value(facts, "resting-hr.change-28")).toBe(5);
    expect(value(facts, "load.week")).toBe(4 * 90 + 3 * 70);
    expect(facts.facts.find(({ id }) => id === "load.week")).toMatchObject({
      fromDay: "2026-11-15",
      toDay: "2026-11-21",
    });
    expect(value(facts, "race.days")).toBe(27);
    expect(value(facts, "running.distance-week")).toBe(12_000);
  });

  it("has each id once, a finding's evidence first, and no ids of activities", () => {
    const ids = facts.facts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(facts)).not.toContain("a1");
    expect(facts.findings[0]?.factIds).toEqual(["resting-hr.last"]);
  });

  it("tells an age, no birth date, and words of the athlete's with consent only", () => {
    expect(facts.athlete.ageYears).toBe(37);
    expect(JSON.stringify(facts)).not.toMatch(/1988|calf|Graz|Marathon/);
    const open = buildFacts({ ...input, mayReadNotes: true }).value;
    expect(open.events[0]?.title).toBe("Left calf, Dr Example, Graz");
  });

  it("has no fact where there is no value", () => {
    const empty = buildFacts({ ...input, nights: [], loads: [], activities: [], findings: [] });
    expect(empty.value.facts.map(({ id }) => id)).toEqual([
      ...["sessions.week", "duration.week", "ftp.current", "weight.current", "race.days"],
    ]);
    expect(empty.value.missing).toContain("This morning has no answer yet.");
  });
});

describe("what Strava gave", () => {
  it("is in no sum, mean or finding; the rest stays", () => {
    const { value: facts } = buildFacts({
      ...input,
      loads: loads.map((load, i) => (i < 20 ? file(load) : strava(load))),
      activities: [file(activity), strava({ ...activity, id: "a2", distanceM: 31_337 })],
      findings: [strava(finding)],
    });
    const ids = facts.facts.map(({ id }) => id);
    expect(ids).toContain("resting-hr.last");
    expect(ids.filter((id) => /load|form|fitness|week|running/.test(id))).toEqual([]);
    expect(facts.findings).toEqual([]);
    expect(facts.missing.filter((one) => one.includes("rules"))).toHaveLength(2);
    expect(JSON.stringify(facts)).not.toMatch(/strava/i);
  });

  it("takes the whole morning with it", () => {
    const morning = { recovery: {}, decision: {}, recommendation: {} } as never;
    const { value: facts } = buildFacts({ ...input, morning: strava(morning) });
    expect(facts.today).toBeNull();
    expect(facts.missing[0]).toMatch(/^This morning's score and decision/);
  });

  it("cannot be handed on by a way around", () => {
    const prompt = (facts: AiAllowed<Facts>) => facts.value.day;
    const { value: plain } = buildFacts(input);
    // @ts-expect-error facts as such have no leave: only buildFacts gives it
    expect(prompt({ value: plain })).toBe(day);
    const stamped: Sourced<Facts, Origin> = { value: plain, from: ["strava"] };
    // @ts-expect-error nor what may come from anywhere
    expect(() => aiAllowed(stamped)).toThrow(RangeError);
  });
});
