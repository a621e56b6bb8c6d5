import { describe, expect, it } from "vitest";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import type { Finding } from "@/lib/training/insights/finding";
import {
  type AiAllowed,
  aiAllowed,
  type Origin,
  type Sourced,
} from "@/lib/training/source/ai-allowed";
import { compactFacts } from "./build-prompt";
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
  memory: [],
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

describe("what is kept in mind", () => {
  const week = (from: typeof file) => ({
    ...{ id: "week:2026-11-09", title: "Mon 9 Nov to Sun 15 Nov", isHidden: false, words: null },
    facts: [
      from({
        ...{ id: "load.week-2026-11-09", label: "Training load of the week", value: 431 },
        ...{ unit: "load" as const, fromDay: back(13), toDay: back(7) },
      }),
    ],
  });
  const ftp = {
    ...{ id: "capacity:ftp_w", title: "FTP", isHidden: false, words: null },
    facts: [
      file({
        ...{ id: "ftp.current", label: "FTP", value: 255, unit: "W" as const },
        ...{ fromDay: back(90), toDay: back(90) },
      }),
    ],
  };
  const told = (changes: Partial<FactsInput>) => {
    const allowed = buildFacts({ ...input, ...changes });
    return { facts: allowed.value, sent: compactFacts(allowed.value) };
  };

  it("is sent with its numbers, each a fact of its own, told once", () => {
    const { facts, sent } = told({ memory: [week(file), ftp] });
    expect(value(facts, "load.week-2026-11-09")).toBe(431);
    expect(JSON.parse(sent).memory).toEqual([
      {
        ...{ id: "week:2026-11-09", days: ["2026-11-09", "2026-11-15"] },
        facts: [["load.week-2026-11-09", "Training load of the week", "431"]],
      },
      { id: "capacity:ftp_w", title: "FTP", facts: [["ftp.current", "FTP", "255 W", day]] },
    ]);
    expect(sent.match(/431/g)).toHaveLength(1);
  });

  it("has the athlete's words in place of the rules' numbers, with consent only", () => {
    const memory = [
      { ...week(file), words: "A week off <b>by choice" },
      { ...ftp, words: "240 W" },
    ];
    for (const mayReadNotes of [false, true]) {
      const { facts, sent } = told({ memory, mayReadNotes });
      expect(value(facts, "load.week-2026-11-09")).toBeUndefined();
      expect(value(facts, "ftp.current")).toBeUndefined();
      expect(sent).not.toMatch(/431|255 W/);
      expect(sent.includes("A week off b by choice")).toBe(mayReadNotes);
      expect(sent.includes("240 W")).toBe(mayReadNotes);
    }
  });

  it("leaves out what the athlete has taken out, and tells guards of the event all the same", () => {
    const memory = [
      { ...week(file), isHidden: true },
      { ...ftp, isHidden: true },
    ];
    const events = input.events.map((event) => ({ ...event, isHidden: true }));
    const { facts, sent } = told({ memory, events, mayReadNotes: true });
    expect(sent).not.toMatch(/431|255 W|week:|capacity|injury|calf|Marathon|race/);
    expect(facts.events.map(({ kind }) => kind)).toEqual(["injury", "race"]);
    expect(JSON.parse(sent)).toMatchObject({ memory: [], events: [] });
  });

  it("holds no number that Strava has a part in", () => {
    const { facts, sent } = told({ memory: [week(strava as typeof file), ftp] });
    expect(value(facts, "load.week-2026-11-09")).toBeUndefined();
    expect(facts.memory.map(({ id }) => id)).toEqual(["capacity:ftp_w"]);
    expect(sent).not.toContain("431");
  });

  it("cannot be handed on without where it comes from", () => {
    const [fact] = week(file).facts;
    // @ts-expect-error a number alone does not say who may read it
    const memory: FactsInput["memory"] = [{ ...week(file), facts: [fact.value] }];
    expect(memory).toHaveLength(1);
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
