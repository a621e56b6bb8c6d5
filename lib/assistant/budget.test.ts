import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { affordableModel, mostCostUsd, unusualSpending } from "./budget";
import { costUsd, NO_USAGE } from "./models";

const SONNET = "claude-sonnet-5-5";
const HAIKU = "claude-haiku-5-5";
const budget = (spentUsd: number, limitUsd = 1, reservedUsd = 0) => ({
  ...{ spentUsd, reservedUsd, limitUsd },
});
const asked = (athlete: number, instance: number) =>
  affordableModel(SONNET, { athlete: budget(athlete), instance: budget(instance) });

describe("affordableModel", () => {
  it("steps down with either budget: the wanted, the cheapest, none", () => {
    expect(asked(0, 0)).toBe(SONNET);
    expect(asked(0.69, 0.69)).toBe(SONNET);
    expect(asked(0.7, 0)).toBe(HAIKU);
    expect(asked(0, 0.7)).toBe(HAIKU);
    expect(asked(1, 0)).toBeNull();
    expect(asked(0, 1.2)).toBeNull();
  });

  it("counts what is held back as if it were spent", () => {
    const with_ = (reservedUsd: number) => ({
      ...{ athlete: budget(0), instance: budget(0.5, 1, reservedUsd) },
    });
    expect(affordableModel(SONNET, with_(0.19))).toBe(SONNET);
    expect(affordableModel(SONNET, with_(0.2))).toBe(HAIKU);
    expect(affordableModel(SONNET, with_(0.5))).toBeNull();
  });

  it("is none where nothing may be spent", () => {
    const nothing = { athlete: budget(0), instance: budget(0, 0) };
    expect(affordableModel(HAIKU, nothing)).toBeNull();
  });
});

describe("mostCostUsd", () => {
  const question = { promptSigns: 10_000, mostTokens: 6000 };
  const on = { day: localDate("2026-11-23"), isBatch: true };

  it("is the dearest that a question can come to, at half the price in a batch", () => {
    // 4,000 tokens at 0.2 and 6,000 at 0.5 dollars a million, halved.
    expect(mostCostUsd(HAIKU, question, on)).toBeCloseTo(0.0019, 10);
    expect(mostCostUsd(HAIKU, question, { ...on, isBatch: false })).toBeCloseTo(0.0038, 10);
  });

  it("is never less than what it comes to", () => {
    const usage = { ...NO_USAGE, inputTokens: 10_000 / 3, outputTokens: 6000 };
    for (const model of [HAIKU, SONNET] as const) {
      expect(mostCostUsd(model, question, on)).toBeGreaterThan(costUsd(model, usage, on));
    }
  });
});

describe("unusualSpending", () => {
  it("tells of a day that costs three times the mean, and of none before", () => {
    expect(unusualSpending(2.9, 7)).toBeNull();
    expect(unusualSpending(3, 7)).toBe(3);
    expect(unusualSpending(5, 0)).toBeNull();
  });
});
