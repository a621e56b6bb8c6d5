import { describe, expect, it } from "vitest";
import { activityStreamsQuery, rateActivityInput, renameActivityInput } from "./activity";
import { activityFiltersFromSearch } from "./activity-filters-from-search";

const activityId = "3d8c1a52-90a1-4a9f-8a65-0f3f7d1c2b11";

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
  });

  it.each([{ points: "1e9" }, { points: "x" }, { from: "9", to: "9" }, { from: "-1" }])(
    "refuses %o",
    (query) => {
      expect(activityStreamsQuery.safeParse(query).success).toBe(false);
    },
  );
});

describe("inputs", () => {
  it("takes a rating from 1 to 10 in whole steps, or none", () => {
    expect(rateActivityInput.parse({ activityId, rpe: null }).rpe).toBeNull();
    for (const rpe of [0, 11, 5.5]) {
      expect(rateActivityInput.safeParse({ activityId, rpe }).success).toBe(false);
    }
  });

  it("takes a title that says something", () => {
    expect(renameActivityInput.parse({ activityId, title: " Hill reps " }).title).toBe("Hill reps");
    expect(renameActivityInput.safeParse({ activityId, title: "   " }).success).toBe(false);
    expect(renameActivityInput.safeParse({ activityId, title: "x".repeat(121) }).success).toBe(
      false,
    );
  });
});
