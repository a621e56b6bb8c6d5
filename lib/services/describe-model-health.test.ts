import { expect, it } from "vitest";
import { describeModelHealth, type ModelHealth } from "./describe-model-health";

const WELL: ModelHealth = {
  ...{ breaker: "closed", retryAt: null, asked: 10, failed: 0, lastFailure: null },
  ...{ timesUsualCost: null, isUsedUp: false, quality: [] },
};
const said = (of: Partial<ModelHealth>) => describeModelHealth({ ...WELL, ...of });

it("has nothing to say of a model that answers", () => {
  expect(said({})).toEqual([]);
  expect(said({ failed: 4, lastFailure: "timeout" })).toEqual([]);
  expect(said({ asked: 2, failed: 2, lastFailure: "timeout" })).toEqual([]);
});

it.each([
  ["signed_out", /refuses this server's key \(ANTHROPIC_API_KEY\): rules write for now/],
  ["forbidden", /refuses this server's key/],
  ["unpaid", /account is not paid: rules write for now/],
  ["timeout", /does not answer: rules write for now/],
] as const)("says why it is not asked: %s", (lastFailure, words) => {
  const problems = said({ breaker: "open", asked: 1, failed: 1, lastFailure });
  expect(problems).toEqual([expect.stringMatching(words)]);
});

it("tells of questions that mostly come to nothing, while it is asked", () => {
  expect(said({ asked: 4, failed: 4, lastFailure: "rate_limited" })).toEqual([
    "The language model gave nothing of use to 4 of 4 questions in 24 h: rules wrote instead.",
  ]);
});

it("tells of a budget that is spent and of a day that costs far more than usual", () => {
  expect(said({ isUsedUp: true, timesUsualCost: 3.25 })).toEqual([
    expect.stringContaining("FORMLINE_AI_BUDGET"),
    "The language model costs 3.3 times as much today as on a day of last week.",
  ]);
});
