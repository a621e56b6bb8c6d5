import { expect, it } from "vitest";
import { describeFailure, describeOutcome, formatUsd, modelName } from "./describe-call";

it("shows small amounts with the digits that they need, and never nothing for something", () => {
  expect([0, 0.00001, 0.00055, 0.2512, 0.5, 12].map(formatUsd)).toEqual([
    ...["$0.00", "< $0.0001", "$0.0006", "$0.2512", "$0.50", "$12.00"],
  ]);
});

it("names a model, also one that is gone", () => {
  expect(modelName("claude-haiku-5-5")).toBe("Claude Haiku 5.5");
  expect(modelName("claude-older")).toBe("claude-older");
});

it("calls written only what is shown", () => {
  const said = (verifiedShare: number | null) => describeOutcome({ outcome: "ok", verifiedShare });
  expect([null, 1, 0.5, 0].map(said)).toEqual([
    ...["Written", "Written", "Right in part; only that is shown", "Not right, so not shown"],
  ]);
});

it.each([
  ["signed_out", /key was refused\. .* Whoever runs this server/],
  ["unpaid", /not paid\. .* Whoever runs this server/],
  ["rate_limited", /too many questions at once\. .* asked again by itself/],
  ["overloaded", /the model was busy\. .* asked again by itself/],
  ["timeout", /no answer in time\. .* asked again by itself/],
  ["refused", /the model declined\. .* something new/],
  ["malformed", /its text was of no use\. .* something new/],
] as const)("says of %s that rules have written, and what comes then", (outcome, said) => {
  const words = describeFailure({ outcome, verifiedShare: null });
  expect(words).toMatch(said);
  expect(words).toContain("Rules have written instead, so nothing is missing.");
});

it("has nothing to say of what was written, is waited for, or was not asked", () => {
  for (const outcome of ["ok", "waiting", "not_asked"] as const) {
    expect(describeFailure({ outcome, verifiedShare: null })).toBeNull();
  }
  expect(describeFailure({ outcome: "ok", verifiedShare: 0.5 })).toBeNull();
  expect(describeFailure({ outcome: "ok", verifiedShare: 0 })).toMatch(/not shown. Rules have/);
});
