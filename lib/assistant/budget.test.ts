import { describe, expect, it } from "vitest";
import { affordableModel, unusualSpending } from "./budget";

const SONNET = "claude-sonnet-5-5";
const HAIKU = "claude-haiku-5-5";
const budget = (spentUsd: number, limitUsd = 1) => ({ spentUsd, limitUsd });
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

  it("is none where nothing may be spent", () => {
    const nothing = { athlete: budget(0), instance: budget(0, 0) };
    expect(affordableModel(HAIKU, nothing)).toBeNull();
  });
});

describe("unusualSpending", () => {
  it("tells of a day that costs three times the mean, and of none before", () => {
    expect(unusualSpending(2.9, 7)).toBeNull();
    expect(unusualSpending(3, 7)).toBe(3);
    expect(unusualSpending(5, 0)).toBeNull();
  });
});
