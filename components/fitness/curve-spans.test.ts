import { describe, expect, it } from "vitest";
import { curveLook } from "@/components/curves/curve-look";
import { addDays, localDate } from "@/lib/dates/local-date";
import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import { curveSpans } from "./curve-spans";
import { curvesFinding } from "./curves-finding";
import { curvesHref, curvesViewFrom } from "./curves-view";

const today = localDate("2026-11-21");
const look = curveLook("power", "cycling", "metric");
const ride = (daysAgo: number, watts: number) => ({
  activityId: `${daysAgo}`,
  day: addDays(today, -daysAgo),
  bests: CURVE_DURATIONS_S.filter((duration) => duration <= 1200).map(() => watts),
});

describe("curveSpans", () => {
  it("counts today as the first of the days", () => {
    const { sixWeeks, quarter, year, allTime } = curveSpans(
      [ride(0, 200), ride(41, 210), ride(42, 250), ride(365, 300)],
      today,
    );
    expect([sixWeeks, quarter, year, allTime].map(({ count }) => count)).toEqual([2, 3, 3, 4]);
    expect(sixWeeks.envelope.bests[0]).toBe(210);
    expect(allTime.envelope.activityIds[0]).toBe("365");
  });
});

describe("curvesFinding", () => {
  it("holds six weeks against the year", () => {
    expect(curvesFinding(curveSpans([ride(1, 209), ride(100, 220)], today), look)).toBe(
      "209 W over 20 min in the last 42 days, 95 % of the year’s best.",
    );
    expect(curvesFinding(curveSpans([ride(1, 220)], today), look)).toBe(
      "220 W over 20 min in the last 42 days: the best of the year.",
    );
    expect(curvesFinding(curveSpans([ride(99, 220)], today), look)).toBe(
      "Nothing in the last 42 days; your best over 20 min is 220 W.",
    );
    expect(curvesFinding(curveSpans([], today), look)).toBe("Too short for a curve.");
  });
});

describe("curvesViewFrom", () => {
  const known = [
    { sport: "cycling", kind: "heart_rate" },
    { sport: "cycling", kind: "power" },
    { sport: "running", kind: "speed" },
  ] as const;

  it("takes the address where it fits, else the main sport's first kind", () => {
    expect(curvesViewFrom({}, known, "running")).toMatchObject({ sport: "running", kind: "speed" });
    expect(curvesViewFrom({ sport: "cycling", kind: "speed" }, known, "running")).toMatchObject({
      sport: "cycling",
      kind: "power",
    });
    expect(curvesViewFrom({ sport: "cycling" }, [], "running")).toBeNull();
  });

  it("keeps the choice in its links", () => {
    const view = { sport: "cycling", kind: "power", table: null } as const;
    expect(curvesHref(view, { table: "curves" })).toBe(
      "/fitness/curves?sport=cycling&kind=power&table=curves",
    );
    expect(curvesHref(view, { sport: "running" })).toBe("/fitness/curves?sport=running");
  });
});
