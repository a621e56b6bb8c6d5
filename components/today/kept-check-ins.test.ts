import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { forgetCheckIn, type KeptCheckIn, keepCheckIn, keptCheckIns } from "./kept-check-ins";

const given = (answeredAt: string, mood = "4"): KeptCheckIn => ({
  ...{ readiness: "4", soreness: "4", mood, stress: "4" },
  ...{ hasSymptoms: false, note: "", answeredAt },
});
const MORNING = "2026-11-22T06:10:00.000Z";
const LATER = "2026-11-22T07:30:00.000Z";
const NEXT = "2026-11-23T06:10:00.000Z";

describe("check-ins that have not been sent", () => {
  const kept = new Map<string, string>();

  beforeEach(() => {
    kept.clear();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("are one a day, the last that was given", () => {
    keepCheckIn("ada", given(MORNING));
    keepCheckIn("ada", given(LATER, "2"));
    keepCheckIn("ada", given(NEXT));
    expect(keptCheckIns("ada")).toEqual([given(LATER, "2"), given(NEXT)]);
  });

  it("are of one athlete, whoever else uses the browser", () => {
    keepCheckIn("ada", given(MORNING));
    expect(keptCheckIns("eve")).toEqual([]);
    forgetCheckIn("eve", MORNING);
    expect(keptCheckIns("ada")).toHaveLength(1);
  });

  it("leave nothing behind once they have arrived", () => {
    keepCheckIn("ada", given(MORNING));
    keepCheckIn("ada", given(NEXT));
    forgetCheckIn("ada", MORNING);
    expect(keptCheckIns("ada")).toEqual([given(NEXT)]);
    forgetCheckIn("ada", NEXT);
    expect(kept.size).toBe(0);
  });

  it("are none where something else stands in their place", () => {
    kept.set("formline:check-ins:ada", "{ broken");
    expect(keptCheckIns("ada")).toEqual([]);
  });

  it("live as long as the page where the browser keeps nothing", () => {
    const refuse = () => {
      throw new Error("QuotaExceededError");
    };
    vi.stubGlobal("localStorage", { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(keptCheckIns("zoe")).toEqual([]);
    keepCheckIn("zoe", given(MORNING));
    expect(keptCheckIns("zoe")).toEqual([given(MORNING)]);
    forgetCheckIn("zoe", MORNING);
    expect(keptCheckIns("zoe")).toEqual([]);
  });
});
