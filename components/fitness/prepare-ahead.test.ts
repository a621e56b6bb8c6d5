import { describe, expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import { dayHref } from "./day-href";
import { fitnessDays, fitnessHref, fitnessViewFrom } from "./fitness-view";
import { aheadFinding, prepareAhead } from "./prepare-ahead";
import { type PerformanceDay, preparePerformance } from "./prepare-performance";
import { raceNote } from "./race-note";

const today = localDate("2026-11-22");
const SIZE = { load: 160, form: 60 };

function daysTo(last: typeof today, count: number): PerformanceDay[] {
  return Array.from({ length: count }, (_, i) => ({
    day: addDays(last, i - count + 1),
    load: 50,
    fitness: 60,
    fatigue: 80,
    form: -20,
  }));
}

describe("prepareAhead", () => {
  const ahead = prepareAhead(daysTo(today, 1));

  it("goes on for two weeks from the last day's state", () => {
    expect(ahead?.days[0]?.day).toBe("2026-11-23");
    expect(ahead?.days).toHaveLength(14);
    expect(ahead?.days.at(-1)?.fitness).toBeCloseTo(60 * Math.exp(-14 / 42), 9);
  });
  it("says that nobody planned it", () => {
    expect(aheadFinding(ahead)).toMatch(/if you rest for two weeks, fitness goes to 43/);
    expect(prepareAhead([])).toBeNull();
    expect(aheadFinding(null)).toBeNull();
  });
  it("is marked as supposed in the chart, after a line at today", () => {
    const model = preparePerformance(daysTo(today, 30), SIZE, { ahead });
    expect(model.labels).toHaveLength(44);
    expect(model.projection).toEqual({ from: 30, label: "if you rest" });
    expect(model.marker).toEqual({ at: 29, text: "Today" });
    expect(preparePerformance(daysTo(today, 30), SIZE).projection).toBeNull();
  });
  it("is weeks where the past is", () => {
    const model = preparePerformance(daysTo(today, 1000), SIZE, { ahead });
    expect(model.labels.length - (model.projection?.from ?? 0)).toBe(2);
  });
});

describe("training that is supposed to go on", () => {
  const race = { day: localDate("2026-12-26"), title: "City 10 km" };
  const past = { day: localDate("2026-11-01"), title: "Half marathon" };

  it("as of late is the mean of the last six weeks, for six weeks", () => {
    const days = daysTo(today, 60).map((one, i) => ({
      ...one,
      load: i < 18 ? 500 : i % 2 ? 0 : 90,
    }));
    const ahead = prepareAhead(days, "steady");
    expect(ahead).toMatchObject({ weeklyLoad: 315, label: "at 315 a week" });
    expect(ahead?.days).toHaveLength(42);
    expect(ahead?.days[0]?.fitness).toBeCloseTo(60 + (45 - 60) * (1 - Math.exp(-1 / 42)), 9);
  });
  it("goes a week beyond the next race, and says how its morning would be", () => {
    const ahead = prepareAhead(daysTo(today, 30), 420, [past, race]);
    expect(ahead?.days.at(-1)?.day).toBe("2027-01-02");
    expect(ahead?.days.every((one) => one.load === 60)).toBe(true);
    expect(aheadFinding(ahead, [past, race])).toBe(
      "Dotted: at a load of 420 a week, the same every day, fitness goes to 60 and form to 0 by 2 Jan 2027. On the morning of City 10 km: fitness 60, form 0.",
    );
  });
  it("takes nothing but a load from the address", () => {
    const of = (ahead: string) => fitnessViewFrom({ ahead }).ahead;
    expect([of("420"), of("steady"), of("99999"), of("-4"), of("9999")]).toEqual([
      420,
      "steady",
      "rest",
      "rest",
      3000,
    ]);
    expect(fitnessHref(fitnessViewFrom({ ahead: "420" }), { table: "weeks" })).toBe(
      "/fitness?range=3m&table=weeks&ahead=420",
    );
  });
});

describe("the performance chart's days", () => {
  const days = daysTo(today, 30);

  it("names races on their day and leaves out those beyond", () => {
    const races = [
      { day: localDate("2026-11-01"), title: "Half marathon" },
      { day: localDate("2027-05-01"), title: "Far away" },
    ];
    expect(preparePerformance(days, SIZE, { races }).flags).toEqual([
      { at: 8, text: "Half marathon" },
    ]);
    expect(raceNote(races, today)).toBe(
      "Races: Half marathon, 1 Nov 2026. Far away, 1 May 2027, in 160 days.",
    );
    expect(raceNote([], today)).toBeNull();
  });
  it("rounds to what every other screen rounds to", () => {
    const [last] = daysTo(today, 1);
    const model = preparePerformance([{ ...(last as PerformanceDay), fitness: 48.46 }], SIZE);
    const fitness = model.panels[0]?.series.find((one) => one.name === "Fitness");
    expect(Math.round(fitness?.values[0] ?? 0)).toBe(48);
  });
});

describe("dayHref", () => {
  const trained = { day: localDate("2026-11-20"), durationS: 3600 };
  const rested = { day: localDate("2026-11-21"), durationS: 0 };
  const href = dayHref([trained, rested], [trained.day, rested.day], "running");

  it("leads to what was done, else to the morning's receipt, else nowhere", () => {
    expect(href(trained.day, trained.day)).toBe(
      "/activities?from=2026-11-20&to=2026-11-20&sport=running",
    );
    expect(href(rested.day, rested.day)).toBe("/today/receipt?day=2026-11-21");
    expect(href(today, today)).toBeNull();
  });
  it("leads from a week to its activities", () => {
    expect(dayHref([trained], [], "all")(trained.day, rested.day)).toBe(
      "/activities?from=2026-11-20&to=2026-11-21",
    );
  });
});

describe("the address of a stretch", () => {
  const view = fitnessViewFrom({ from: "2026-10-01", to: "2026-08-01", sport: "cycling" });

  it("takes two days in either order, and never looks beyond today", () => {
    expect(fitnessDays(view, today)).toEqual({ from: "2026-08-01", to: "2026-10-01" });
    const late = fitnessViewFrom({ from: "2026-11-01", to: "2027-01-01" });
    expect(fitnessDays(late, today)).toEqual({ from: "2026-11-01", to: today });
  });
  it("is kept by everything but a range", () => {
    expect(fitnessHref(view, { table: "weeks" })).toBe(
      "/fitness?from=2026-08-01&to=2026-10-01&sport=cycling&table=weeks",
    );
    expect(fitnessHref(view, { range: view.range })).toBe("/fitness?range=3m&sport=cycling");
  });
  it("falls back to the range when a day is none", () => {
    const broken = fitnessViewFrom({ from: "2026-02-31", to: "2026-03-01" });
    expect(fitnessDays(broken, today).from).toBe("2026-08-25");
  });
});
