import { describe, expect, it } from "vitest";
import { addDays, localDate } from "../../dates/local-date";
import { awaitedSignals } from "./awaited-signals";

const DAY = localDate("2026-11-21");
const night = (daysAgo: number, values: { hrv?: number; rhr?: number; sleep?: number }) => ({
  day: addDays(DAY, -daysAgo),
  hrvRmssdMs: values.hrv ?? null,
  restingHrBpm: values.rhr ?? null,
  sleepS: values.sleep ?? null,
});
const WHOLE = { hrv: 60, rhr: 48, sleep: 27_000 };

describe("awaitedSignals", () => {
  it("waits for what most nights have and this one lacks", () => {
    const nights = [1, 2, 3, 4].map((ago) => night(ago, WHOLE));
    expect(awaitedSignals(nights, DAY)).toEqual(["hrv", "rhr", "sleep"]);
    const half = [...nights, night(0, { sleep: 26_000, rhr: 50 })];
    expect(awaitedSignals(half, DAY)).toEqual(["hrv"]);
    expect(awaitedSignals([...nights, night(0, WHOLE)], DAY)).toEqual([]);
  });

  it("waits for nothing that is measured now and then only", () => {
    const nights = [1, 2, 3].map((ago) => night(ago, WHOLE));
    expect(awaitedSignals(nights, DAY)).toEqual([]);
    const long = [1, 2, 3, 8, 9, 10].map((ago) => night(ago, WHOLE));
    expect(awaitedSignals(long, DAY), "older than a week").toEqual([]);
  });
});
