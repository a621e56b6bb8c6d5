import { describe, expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import { athleteProfile, type ProfileInput } from "./athlete-profile";
import { editedEvents, editedMemory } from "./memory-edits";

const DAY = localDate("2026-11-22");
const INPUT: ProfileInput = {
  ...{ day: DAY, units: "metric", trainedSince: localDate("2025-11-20") },
  events: [
    ...[{ id: "a", kind: "race" as const, title: "City 10 km" }].map((one) => ({
      ...one,
      ...{ fromDay: addDays(DAY, 28), toDay: addDays(DAY, 28) },
    })),
    ...[{ id: "b", kind: "injury" as const, title: "Left calf" }].map((one) => ({
      ...one,
      ...{ fromDay: addDays(DAY, -3), toDay: addDays(DAY, 4) },
    })),
  ],
  capacities: [
    { kind: "ftp_w", value: 228, validFrom: localDate("2026-10-01"), source: "athlete" },
  ],
  activities: Array.from({ length: 36 }, (_, i) => ({
    day: addDays(DAY, -1 - Math.round((i * 83) / 35)),
    sport: i % 3 === 0 ? "cycling" : "running",
    timerS: 3600,
  })),
};
const lines = (changes: Partial<ProfileInput> = {}) =>
  athleteProfile({ ...INPUT, ...changes }).map(({ id, text }) => `${id}: ${text}`);

describe("athleteProfile", () => {
  it("says goals, capacities, training age, a usual week, what holds back and what is strong", () => {
    expect(lines()).toEqual([
      "goal:a: City 10 km, Sun 20 Dec: 28 days to go",
      "capacity:ftp_w: 228 W, since 1 Oct 2026",
      "training-age: For 12 months, since 20 Nov 2025",
      "usual-week: 3 sessions and 3\u00a0h: running 2, cycling 1",
      "constraint:b: Left calf, since Thu 19 Nov",
      "strength:regular: Regular: training in 12 of the last 12 weeks",
      "longest: 1\u00a0h in the last 12 weeks",
    ]);
  });

  it("has its numbers as facts, the same as in its words", () => {
    const facts = athleteProfile(INPUT).flatMap(({ facts }) => facts);
    expect(facts.map(({ id, value }) => [id, value])).toEqual([
      ["ftp.current", 228],
      ["training-known.days", 367],
      ["sessions.usual-week", 3],
      ["duration.usual-week", 10_800],
      ["trained-weeks.count", 12],
      ["longest.session", 3600],
    ]);
  });

  it("says nothing of what is not known", () => {
    const nothing = { trainedSince: null, events: [], capacities: [], activities: [] };
    expect(lines(nothing)).toEqual([]);
    // Trained in seven weeks of twelve is no strength.
    const few = INPUT.activities.slice(0, 18);
    expect(lines({ activities: few }).join()).not.toContain("Regular");
  });
});

describe("editedMemory", () => {
  const kept = [{ id: "x", title: "T", text: "By rules", source: "S", facts: [] }];

  it("shows the athlete's words in place of the rules', and what is hidden as such", () => {
    expect(editedMemory(kept, {})).toMatchObject([{ isHidden: false, isCorrected: false }]);
    expect(editedMemory(kept, { x: { text: "Mine" }, y: { isHidden: true } })).toMatchObject([
      { text: "Mine", isCorrected: true, isHidden: false },
    ]);
    expect(editedMemory(kept, { x: { isHidden: true } })).toMatchObject([{ isHidden: true }]);
  });
});

describe("editedEvents", () => {
  it("hides and renames an event by what became of its line", () => {
    const events = [
      { id: "a", kind: "race", title: "City 10 km" },
      { id: "b", kind: "injury", title: "Left calf" },
    ] as const;
    const edits = { "goal:a": { text: "For fun" }, "constraint:b": { isHidden: true as const } };
    expect(editedEvents(events, edits)).toMatchObject([
      { title: "For fun", isHidden: false },
      { title: "Left calf", isHidden: true },
    ]);
  });
});
