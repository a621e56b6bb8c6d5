import fc from "fast-check";
import { expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { FACT_UNITS, type Fact, type FactUnit } from "@/lib/training/insights/finding";
import { factsOf, type Numbers, SCENARIOS } from "@/scripts/evals/claims/scenarios";
import { showFact } from "./show-fact";
import { verifyClaims } from "./verify-claims";

const day = localDate("2026-11-22");
const [strained] = SCENARIOS as readonly [Numbers];
const fact = (value: number, unit: FactUnit, id = "resting-hr.last"): Fact => ({
  ...{ id, label: "Resting heart rate", value, unit, fromDay: day, toDay: day },
});

it.each([
  [54.04, "bpm", "54 bpm", "54 bpm"],
  [49.13, "bpm", "49.1 bpm", "49.1 bpm"],
  [3, "rpe", "3 of 10", "3 of 10"],
  [3.84, "rating", "3.8 of 5", "3.8 of 5"],
  [20_400, "s", "5 h 40", "5 h 40"],
  [45, "s", "45 s", "45 s"],
  [-18.2, "load", "−18", "−18"],
  [-0.2, "load", "0", "0"],
  [0.724, "share", "72 %", "72 %"],
  [1.424, "ratio", "1.42", "1.42"],
  [84_300, "m", "84.3 km", "52.4 mi"],
  [1000 / 275, "m/s", "4:35 /km", "7:23 /mi"],
  [70.5, "kg", "70.5 kg", "155.4 lb"],
  [18, "degC", "18 °C", "64 °F"],
] as const)("shows %s %s as %s or %s", (value, unit, metric, imperial) => {
  expect(showFact(fact(value, unit), "metric")).toBe(metric);
  expect(showFact(fact(value, unit), "imperial")).toBe(imperial);
});

it("shows a best to the second", () => {
  expect(showFact(fact(1195, "s", "best.now"), "metric")).toBe("19 min 55 s");
});

it("shows what verification takes for the same value, in either system", () => {
  const value = fc.double({ min: 2, max: 5000, noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(value, fc.constantFrom(...FACT_UNITS), (size, unit) => {
      const one = fact(size, unit, unit === "count" || unit === "days" ? "x.y" : "resting-hr.last");
      const joules = unit === "J" ? { ...one, value: size * 1000 } : one;
      const whole =
        unit === "count" || unit === "days" ? { ...one, value: Math.round(size) } : joules;
      const facts = { ...factsOf(strained), facts: [whole] };
      for (const system of ["metric", "imperial"] as const) {
        const text = `Resting heart rate ${showFact(whole, system)}.`;
        expect(verifyClaims(text, facts).problems, text).toEqual([]);
      }
    }),
  );
});
