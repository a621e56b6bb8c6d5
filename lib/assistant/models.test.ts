import { describe, expect, it } from "vitest";
import { localDate } from "../dates/local-date";
import { cacheShare, costUsd, MODELS, type ModelId, NO_USAGE, priceOn } from "./models";

const on = { day: localDate("2026-11-23"), isBatch: false };
const usage = { ...NO_USAGE, inputTokens: 6000, outputTokens: 1000 };

describe("costUsd", () => {
  it("is what the price list says for a week's insights", () => {
    expect(costUsd("claude-haiku-5-5", usage, on)).toBeCloseTo(0.0011, 10);
    expect(costUsd("claude-haiku-5-5", usage, { ...on, isBatch: true })).toBeCloseTo(0.00055, 10);
    expect(costUsd("claude-sonnet-5-5", usage, { ...on, isBatch: true })).toBeCloseTo(0.011, 10);
  });

  it("counts what was read from the cache, or written to it, by its own price", () => {
    const read = { ...NO_USAGE, cacheReadTokens: 1_000_000 };
    // Long: five times as much.
    expect(costUsd("claude-haiku-5-5", read, on)).toBeCloseTo(0.05, 10);
    expect(costUsd("claude-sonnet-5-5", read, on)).toBeCloseTo(0.1, 10);
    const written = { ...NO_USAGE, cacheWrite5mTokens: 10_000, cacheWrite1hTokens: 10_000 };
    expect(costUsd("claude-haiku-5-5", written, on)).toBeCloseTo(0.00325, 10);
  });

  it("goes by the oldest price for a day before all of them", () => {
    const early = { ...on, day: localDate("2020-01-01") };
    expect(costUsd("claude-haiku-5-5", usage, early)).toBe(costUsd("claude-haiku-5-5", usage, on));
  });
});

it("has prices in order, none of them nothing, and none of a model that is gone", () => {
  for (const id of Object.keys(MODELS) as ModelId[]) {
    const days = MODELS[id].prices.map(({ fromDay }) => fromDay);
    expect([...days].sort().reverse()).toEqual(days);
    const { input, output, cacheRead } = MODELS[id].prices[0];
    expect(output).toBeGreaterThan(input);
    expect(cacheRead).toBeLessThan(input);
  }
});

it("tells the share of a prompt that was cached", () => {
  expect(cacheShare(NO_USAGE)).toBeNull();
  expect(cacheShare({ ...NO_USAGE, inputTokens: 100, cacheReadTokens: 400 })).toBe(0.8);
});

it("keeps the price of the day on which it was asked, whatever it costs later", () => {
  const [now] = MODELS["claude-haiku-5-5"].prices;
  const dearer = { ...now, fromDay: localDate("2027-01-01"), input: 9 };
  const prices = [dearer, now] as const;
  expect(priceOn(prices, localDate("2026-12-31"))).toBe(now);
  expect(priceOn(prices, localDate("2027-01-01"))).toBe(dearer);
  expect(priceOn(prices, localDate("2030-01-01"))).toBe(dearer);
  expect(priceOn(prices, localDate("2020-01-01"))).toBe(now);
});
