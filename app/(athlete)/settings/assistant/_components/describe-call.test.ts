import { expect, it } from "vitest";
import { formatUsd, modelName } from "./describe-call";

it("shows small amounts with the digits that they need, and never nothing for something", () => {
  expect([0, 0.00001, 0.00055, 0.2512, 0.5, 12].map(formatUsd)).toEqual([
    ...["$0.00", "< $0.0001", "$0.0006", "$0.2512", "$0.50", "$12.00"],
  ]);
});

it("names a model, also one that is gone", () => {
  expect(modelName("claude-haiku-5-5")).toBe("Claude Haiku 5.5");
  expect(modelName("claude-older")).toBe("claude-older");
});
