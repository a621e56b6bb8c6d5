import { expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import { inUnits } from "./in-units";

const day = localDate("2026-11-22");
const weight = (value: number): Fact => ({
  ...{ id: `weight.${value}`, label: "Weight", value, unit: "kg", fromDay: day, toDay: day },
});
const TEXT = "It went from 70 kg to 67.5 kg in about a month, 4 % less.";

it("tells weights in the athlete's units and leaves all else", () => {
  const evidence = [weight(70), weight(67.5)];
  expect(inUnits(TEXT, evidence, "imperial")).toBe(
    "It went from 154.3 lb to 148.8 lb in about a month, 4 % less.",
  );
  expect(inUnits(TEXT, evidence, "metric")).toBe(TEXT);
});

it("takes no part of a number for one", () => {
  expect(inUnits("170 kg and 0.70 kg", [weight(70)], "imperial")).toBe("170 kg and 0.70 kg");
});
