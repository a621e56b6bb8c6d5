import { expect, it } from "vitest";
import { describeGain } from "./describe-gain";

it("says how much of which period an import brought", () => {
  const period = { fromDay: "2017-03-03", toDay: "2026-11-20" };
  expect(describeGain({ activities: 1812, days: 1, ...period })).toBe(
    "1,812 activities and 1 day of recovery data, from 3 Mar 2017 to 20 Nov 2026.",
  );
  const one = { activities: 1, days: 0, fromDay: "2026-11-20", toDay: "2026-11-20" };
  expect(describeGain(one)).toBe("1 activity, on 20 Nov 2026.");
});

it("says so when it brought nothing", () => {
  expect(describeGain({ activities: 0, days: 0, fromDay: null, toDay: null })).toMatch(/nothing/);
});
