import { expect, it } from "vitest";
import { groupMissing } from "./group-missing";

const metric = (value: number | null, reason?: string) => ({
  value,
  unit: "W",
  formula: "NP-2@1",
  ...(reason === undefined ? {} : { reason }),
});

it("tells a reason once, with every number that it costs, and leaves known numbers out", () => {
  const metrics = {
    avgPower: metric(null, "No power was recorded."),
    avgHeartRate: metric(148),
    trimp: metric(null, "Set the sex in the profile."),
    xPower: metric(null, "No power was recorded."),
  };
  expect(groupMissing(["avgPower", "avgHeartRate", "trimp", "xPower"], metrics)).toEqual([
    { reason: "No power was recorded.", names: ["avgPower", "xPower"] },
    { reason: "Set the sex in the profile.", names: ["trimp"] },
  ]);
});

it("keeps a value of zero among the known", () => {
  expect(groupMissing(["descent"], { descent: metric(0) })).toEqual([]);
});
