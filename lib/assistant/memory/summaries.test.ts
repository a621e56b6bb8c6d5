import { describe, expect, it } from "vitest";
import { addDays, eachDay, localDate } from "@/lib/dates/local-date";
import { monthSummaries, type RememberedDay, weekSummaries } from "./summaries";

/** A Sunday; its own week began on 16 November. */
const day = localDate("2026-11-22");
const first = addDays(localDate("2026-11-16"), -8 * 7);
const days: RememberedDay[] = eachDay(first, day).map((one, i) => ({
  ...{ day: one, load: 50 + (i % 2) * 20, durationS: 3600, sleepS: 27_000 },
  ...{ restingHrBpm: i < 28 ? 50 : 48, hrvMs: null },
}));
const events = [
  { kind: "illness", fromDay: localDate("2026-11-10"), toDay: localDate("2026-11-12") },
] as const;

const value = (facts: readonly { readonly id: string; readonly value: number }[], start: string) =>
  facts.find(({ id }) => id.startsWith(start))?.value;

describe("weekSummaries", () => {
  const weeks = weekSummaries(days, events, day, 12);

  it("tells whole weeks only, the last first, with the days that they are made of", () => {
    expect(weeks.map(({ id }) => id).slice(0, 2)).toEqual(["week:2026-11-09", "week:2026-11-02"]);
    expect(weeks).toHaveLength(8);
    expect(weeks[0]?.sourceIds).toEqual(
      eachDay(localDate("2026-11-09"), localDate("2026-11-15")).map((one) => `day:${one}`),
    );
  });

  it("sums loads, takes means of nights, and has nothing where nothing was measured", () => {
    const facts = weeks[0]?.facts ?? [];
    expect(value(facts, "load.")).toBe(3 * 50 + 4 * 70);
    expect(value(facts, "sleep.")).toBe(27_000);
    expect(value(facts, "hrv.")).toBeUndefined();
    expect(weeks.map((week) => week.events)).toEqual([["illness"], [], [], [], [], [], [], []]);
  });

  it("takes no mean of two nights, and leaves out a week of which nothing is known", () => {
    const [, ...rest] = weekSummaries(
      days.map((one, i) => (i % 7 < 2 ? one : { ...one, sleepS: null })),
      [],
      day,
      3,
    );
    expect(rest.map(({ facts }) => value(facts, "sleep."))).toEqual([undefined, undefined]);
    expect(weekSummaries([], [], day, 3)).toEqual([]);
  });
});

describe("monthSummaries", () => {
  it("is made of four weeks and names them", () => {
    const weeks = weekSummaries(days, events, day, 12);
    const [last, before] = monthSummaries(weeks);
    expect(last).toMatchObject({
      id: "month:2026-10-19",
      toDay: "2026-11-15",
      events: ["illness"],
    });
    expect(last?.sourceIds).toEqual(weeks.slice(0, 4).map(({ id }) => id));
    expect(value(last?.facts ?? [], "resting-hr.")).toBe(48);
    expect(value(before?.facts ?? [], "resting-hr.")).toBe(50);
    const loads = weeks.slice(0, 4).map(({ facts }) => value(facts, "load.") ?? 0);
    expect(value(last?.facts ?? [], "load.")).toBe(loads.reduce((sum, one) => sum + one, 0));
  });

  it("tells no month over a gap", () => {
    const weeks = weekSummaries(days, events, day, 4);
    expect(monthSummaries(weeks)).toHaveLength(1);
    expect(monthSummaries(weeks.filter((_, i) => i !== 2))).toEqual([]);
    const far = weekSummaries(days, events, day, 5).filter((_, i) => i !== 2);
    expect(far).toHaveLength(4);
    expect(monthSummaries(far)).toEqual([]);
  });
});
