import { expect, it } from "vitest";
import { evaluateClaims } from "./evaluate-claims";

it("catches every planted falsehood and raises no alarm about the truth", () => {
  const { wrong, plantedCaught, falseAlarms, trueTexts, planted } = evaluateClaims();
  expect(wrong).toEqual([]);
  expect({ plantedCaught, falseAlarms }).toEqual({ plantedCaught: 100, falseAlarms: 0 });
  expect(trueTexts).toBeGreaterThanOrEqual(750);
  expect(planted).toBeGreaterThan(15_000);
}, 180_000);
