import { describe, expect, it } from "vitest";
import { localDate } from "@/lib/dates/local-date";
import { periodStarts, totalsFrom, totalsHref, totalsStretch, totalsViewFrom } from "./totals-view";

const TODAY = localDate("2026-11-22");

describe("totals by address", () => {
  it("falls back to weeks, all sports and time", () => {
    const view = totalsViewFrom({ by: "decade", sport: "chess", show: ["load"] });
    expect(view).toEqual({ by: "week", sport: "all", show: "time", table: null });
  });

  it("comes back from its own address", () => {
    const view = { by: "month", sport: "running", show: "ascent", table: "totals" } as const;
    const search = new URL(totalsHref(view, {}), "http://x").searchParams;
    expect(totalsViewFrom(Object.fromEntries(search))).toEqual(view);
  });
});

describe("periods", () => {
  it("shows half a year of weeks, from the athlete's first weekday", () => {
    const from = totalsFrom("week", TODAY, 1);
    expect(from).toBe("2026-05-25");
    expect(periodStarts("week", localDate("2026-05-25"), TODAY)).toHaveLength(26);
    expect(totalsFrom("week", TODAY, 7)).toBe("2026-05-31");
  });

  it("shows two years of months, and all years", () => {
    expect(totalsFrom("month", TODAY, 1)).toBe("2024-12-01");
    expect(totalsFrom("year", TODAY, 1)).toBeNull();
    expect(totalsStretch("week")).toBe("the last 26 weeks");
    expect(totalsStretch("month")).toBe("the last 24 months");
  });

  it("leaves no month and no year out, leap years neither", () => {
    const months = periodStarts("month", localDate("2023-12-01"), localDate("2024-04-30"));
    expect(months).toEqual(["2023-12-01", "2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"]);
    const years = periodStarts("year", localDate("2023-01-01"), localDate("2026-01-01"));
    expect(years).toEqual(["2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01"]);
  });
});
