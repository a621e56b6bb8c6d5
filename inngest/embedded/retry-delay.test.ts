import { expect, it } from "vitest";
import { retryDelay } from "./retry-delay";

it("doubles from five seconds to an hour, half of it by chance", () => {
  expect([0, 1, 2, 3].map((attempt) => retryDelay(attempt, 1))).toEqual([
    5_000, 10_000, 20_000, 40_000,
  ]);
  expect(retryDelay(0, 0)).toBe(2_500);
  expect(retryDelay(20, 1)).toBe(3_600_000);
});
