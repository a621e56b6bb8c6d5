import { describe, expect, it } from "vitest";
import { activityStreamsQuery } from "./activity";
import { activityFiltersFromSearch } from "./activity-filters-from-search";

describe("activityFiltersFromSearch", () => {
  it("keeps what it understands", () => {
    expect(
      activityFiltersFromSearch({
        sport: "running",
        q: "  river ",
        from: "2026-01-01",
        to: "2026-02-28",
      }),
    ).toEqual({ sport: "running", q: "river", from: "2026-01-01", to: "2026-02-28" });
  });

  it("drops what it does not, without losing the rest", () => {
    expect(
      activityFiltersFromSearch({
        sport: "quidditch",
        q: "",
        from: "2026-02-30",
        to: "2026-02-28",
      }),
    ).toEqual({ to: "2026-02-28" });
    expect(activityFiltersFromSearch({ sport: ["cycling", "running"], page: "7" })).toEqual({
      sport: "cycling",
    });
  });
});

describe("activityStreamsQuery", () => {
  it("has defaults and reads numbers from text", () => {
    expect(activityStreamsQuery.parse({})).toEqual({ points: 1000, smooth: 0 });
    expect(activityStreamsQuery.parse({ points: "800", from: "60", to: "120.5" })).toEqual({
      points: 800,
      smooth: 0,
      from: 60,
      to: 120.5,
    });
    const capacity = { cp: 251.5, wPrime: 19_832 };
    expect(activityStreamsQuery.parse({ cp: "251.5", wPrime: "19832" })).toMatchObject(capacity);
  });

  it.each([
    { points: "1e9" },
    { points: "x" },
    { from: "9", to: "9" },
    { from: "-1" },
    { cp: "250" },
    { cp: "0", wPrime: "20000" },
  ])("refuses %o", (query) => {
    expect(activityStreamsQuery.safeParse(query).success).toBe(false);
  });
});
