import { describe, expect, it } from "vitest";
import { addDays, localDate } from "@/lib/dates/local-date";
import { FORM_BANDS, formBandOf } from "./form-bands";
import { fitnessChange, performanceFinding } from "./performance-finding";
import { type PerformanceDay, preparePerformance } from "./prepare-performance";
import { timeTicks } from "./time-ticks";

const start = localDate("2026-01-01");

function days(count: number): PerformanceDay[] {
  return Array.from({ length: count }, (_, i) => ({
    day: addDays(start, i),
    load: 50,
    fitness: 40 + i / 7,
    fatigue: 50,
    form: -12,
  }));
}

describe("FORM_BANDS", () => {
  it("cover the line without overlap", () => {
    expect(FORM_BANDS[0].low).toBe(Number.NEGATIVE_INFINITY);
    expect(FORM_BANDS.at(-1)?.high).toBe(Number.POSITIVE_INFINITY);
    FORM_BANDS.slice(1).forEach((band, i) => {
      expect(band.low).toBe(FORM_BANDS[i]?.high);
    });
  });
  it("name the band that a value lies in, the boundary counted upwards", () => {
    expect(formBandOf(-31).name).toBe("heavy load");
    expect(formBandOf(-30).name).toBe("building");
    expect(formBandOf(-7).name).toBe("in balance");
    expect(formBandOf(5).name).toBe("fresh");
    expect(formBandOf(90).name).toBe("losing fitness");
  });
});

describe("preparePerformance", () => {
  it("keeps a point a day, with load, fitness and fatigue above and form below", () => {
    const model = preparePerformance(days(90), { load: 160, form: 60 });
    expect(model.labels).toHaveLength(90);
    expect(model.labels[0]).toBe("Thu 1 Jan");
    expect(model.panels.map((panel) => panel.series.map((one) => one.name))).toEqual([
      ["Load", "Fatigue", "Fitness"],
      ["Form"],
    ]);
    expect(model.panels[0]?.min).toBe(0);
  });
  it("averages weeks beyond two years and ends on the last day", () => {
    const model = preparePerformance(days(800), { load: 160, form: 60 });
    expect(model.labels.length).toBeLessThan(120);
    expect(model.panels[0]?.series[0]?.values.every((value) => value === 50)).toBe(true);
    expect(model.labels.at(-1)).toBe("10 Mar 2028");
  });
  it("draws nothing for an athlete without a day", () => {
    const model = preparePerformance([], { load: 160, form: 60 });
    expect(model.labels).toEqual([]);
    expect(performanceFinding([])).toBe("No training load yet.");
    const quiet = { day: localDate("2026-03-10"), load: 0, fitness: 0.2, fatigue: 0, form: 0 };
    expect(performanceFinding([quiet])).toMatch(/^No training in this stretch/);
    expect(performanceFinding([{ ...quiet, fitness: 1 }])).toMatch(/^Fitness 1,/);
  });
});

describe("performanceFinding", () => {
  it("compares the numbers as they are shown", () => {
    const history = days(60);
    expect(fitnessChange(history)).toBe(6);
    expect(performanceFinding(history)).toBe(
      "Fitness 48, up 6 in six weeks; this morning’s form is building.",
    );
  });
  it("claims no trend before six weeks have passed", () => {
    expect(fitnessChange(days(42))).toBeNull();
    expect(performanceFinding(days(42))).toContain("still building its first six weeks");
  });
});

describe("timeTicks", () => {
  const span = (count: number) => timeTicks(days(count).map((one) => one.day));
  it("names Mondays, months or years, by the length", () => {
    expect(span(30)[0]).toEqual({ at: 4, text: "5 Jan" });
    expect(span(120).map((tick) => tick.text)).toEqual(["Feb", "Mar", "Apr"]);
    expect(span(1200).map((tick) => tick.text)).toEqual(["2027", "2028", "2029"]);
    for (const count of [10, 42, 90, 365, 3650]) expect(span(count).length).toBeLessThanOrEqual(7);
  });
});
