import { expect, it } from "vitest";
import { awaitsCheckIn, type DaySoFar } from "./awaits-check-in";

const MORNING: DaySoFar = {
  ...{ hasData: true, hasCheckIn: false, isCheckInSkipped: false },
  ...{ hasTrained: false, hasSlept: true, hour: 7 },
};

it("comes first on a morning, however early, once the night is over", () => {
  expect(awaitsCheckIn(MORNING)).toBe(true);
  expect(awaitsCheckIn({ ...MORNING, hour: 19 })).toBe(true);
  expect(awaitsCheckIn({ ...MORNING, hour: 3 })).toBe(true);
  expect(awaitsCheckIn({ ...MORNING, hour: 4, hasSlept: false })).toBe(true);
});

it.each<[string, Partial<DaySoFar>]>([
  ["without any data", { hasData: false }],
  ["once it was given", { hasCheckIn: true }],
  ["once it was waved off", { isCheckInSkipped: true }],
  ["after training", { hasTrained: true }],
  ["in the evening", { hour: 20 }],
  ["before the night", { hour: 3, hasSlept: false }],
])("is not waited for %s", (_, change) => {
  expect(awaitsCheckIn({ ...MORNING, ...change })).toBe(false);
});
