import { describe, expect, it } from "vitest";
import { valueText } from "@/components/charts/value-text";
import type { TrainingTotal } from "@/db/queries/training-totals";
import { localDate } from "@/lib/dates/local-date";
import { prepareIntensity } from "./prepare-intensity";
import { type PeriodRows, prepareTotals } from "./prepare-totals";

const row = (changes: Partial<TrainingTotal>): TrainingTotal => ({
  from: localDate("2026-11-16"),
  sport: "running",
  activities: 1,
  timerS: 3600,
  distanceM: 10_000,
  ascentM: 50,
  load: 60,
  withoutLoad: 0,
  energyKcal: null,
  withoutEnergy: 1,
  zoneSeconds: [0, 0, 0, 0, 0, 0, 0],
  ...changes,
});

const strength = row({ sport: "strength", distanceM: null, ascentM: 12, load: 20 });
const weeks = (...rows: TrainingTotal[][]): PeriodRows[] =>
  rows.map((done, i) => ({
    from: localDate(`2026-${String(10 + Math.floor(i / 4)).padStart(2, "0")}-0${(i % 4) + 1}`),
    rows: done,
  }));
const wanted = { by: "week", units: "metric" } as const;

describe("prepareTotals", () => {
  it("stacks sports and leaves a sport without the value out of the sum", () => {
    const { model } = prepareTotals(weeks([row({}), strength]), { ...wanted, show: "distance" });
    const [run, weights] = model?.panels[0]?.series ?? [];
    expect([run?.name, run?.values]).toEqual(["Run", [10]]);
    expect([weights?.name, weights?.values]).toEqual(["Strength", [null]]);
    expect(weights && valueText(weights, 0)).toBe("–");
  });

  it("takes no climb from a sport done on the spot", () => {
    const { model } = prepareTotals(weeks([strength]), { ...wanted, show: "ascent" });
    expect(model).toBeNull();
  });

  it("compares with the four weeks before, a week without training among them", () => {
    const load = (value: number) => [row({ load: value })];
    const periods = weeks(load(999), load(100), load(80), [], load(60), load(50));
    expect(prepareTotals(periods, { ...wanted, show: "load" }).finding).toBe(
      "This week 50 load so far; the four before averaged 60.",
    );
    // The records begin somewhere within the first of them: no whole week to compare with.
    expect(prepareTotals(periods.slice(1), { ...wanted, show: "load" }).finding).toBe(
      "This week 50 load so far.",
    );
  });

  it("says that there is none rather than 0", () => {
    const energy = prepareTotals(weeks([row({})]), { ...wanted, show: "energy" });
    expect(energy.model).toBeNull();
    expect(energy.finding).toMatch(/^No activity here has energy/);
    const later = prepareTotals(weeks([row({ energyKcal: 500 })], [row({})]), {
      ...wanted,
      show: "energy",
    });
    expect(later.finding).toBe("This week has none so far.");
  });

  it("rounds once, so that a load reads the same everywhere", () => {
    const { model } = prepareTotals(weeks([row({ load: 346.46 })]), { ...wanted, show: "load" });
    expect(model?.panels[0]?.series[0]?.values).toEqual([346]);
  });

  it("counts in the athlete's units", () => {
    const { model } = prepareTotals(weeks([row({ distanceM: 16_093.44 })]), {
      by: "year",
      show: "distance",
      units: "imperial",
    });
    const series = model?.panels[0]?.series[0];
    expect(series && valueText(series, 0)).toBe("10.0 mi");
  });
});

describe("prepareIntensity", () => {
  const hours = (...zones: number[]) => row({ zoneSeconds: zones.map((hour) => hour * 3600) });

  it("names the shape and the index of the last four weeks", () => {
    const { finding, index } = prepareIntensity(weeks([hours(10, 5, 1, 4, 0, 0, 0)]), "week");
    expect(finding).toBe(
      "The last four weeks: 75 % easy, 5 % moderate, 20 % hard; polarised, much easy and some hard with little between.",
    );
    expect(index).toContain("2.48");
  });

  it("says why there is no index", () => {
    const { index } = prepareIntensity(weeks([hours(7, 0, 2, 1, 0, 0, 0)]), "week");
    expect(index).toMatch(/^No polarisation index: it needs/);
  });

  it("counts no strength session, and has no chart without zones", () => {
    const only = row({ sport: "strength", zoneSeconds: [3600, 0, 0, 0, 0, 0, 0] });
    expect(prepareIntensity(weeks([only]), "week").model).toBeNull();
  });

  it("leaves a gap for a week without zones", () => {
    const { model } = prepareIntensity(weeks([hours(1)], [row({})]), "week");
    expect(model?.panels[0]?.series[0]?.values).toEqual([3600, null]);
  });
});
