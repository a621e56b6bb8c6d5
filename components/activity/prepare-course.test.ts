import { describe, expect, it } from "vitest";
import type { CourseTimes } from "@/lib/services/compare-course";
import { prepareCourse } from "./prepare-course";

function times(seconds: readonly number[], own: number): CourseTimes {
  const efforts = seconds
    .toSorted((a, b) => a - b)
    .map((timerS) => ({
      id: `took-${timerS}`,
      title: "Round the lake",
      startedAt: new Date(Date.UTC(2026, 4, 1)),
      utcOffsetS: 0,
      timerS,
      avgHeartRateBpm: null,
      avgPowerW: null,
    }));
  return { efforts, place: 1 + efforts.filter((effort) => effort.timerS < own).length };
}
const prepared = (seconds: readonly number[], own: number) =>
  prepareCourse(times(seconds, own), `took-${own}`);

describe("prepareCourse", () => {
  it("says how often and which place", () => {
    expect(prepared([1800, 1700], 1700).finding).toBe(
      "You went this way 2 times; this was your fastest.",
    );
    expect(prepared([1800, 1700, 1750], 1750).finding).toContain("3 times; this was your 2nd");
    const many = Array.from({ length: 22 }, (_, i) => 1000 + i);
    const places = [1002, 1010, 1011, 1020, 1021].map((own) => prepared(many, own).finding);
    expect(places.map((text) => text.match(/\d+\w\w fastest/)?.[0])).toEqual([
      "3rd fastest",
      "11th fastest",
      "12th fastest",
      "21st fastest",
      "22nd fastest",
    ]);
  });

  it("shows the fastest and this one, with the gaps to this one", () => {
    const { rows, more } = prepared(
      Array.from({ length: 12 }, (_, i) => 1000 + 60 * i),
      1660,
    );
    expect(rows.map((row) => row.gap).at(0)).toBe("−11:00");
    expect(rows.at(-1)).toMatchObject({ id: "took-1660", place: 12, gap: null });
    expect([rows.length, more]).toEqual([9, 3]);
    expect(prepared([1000, 1042], 1000).rows[1]?.gap).toBe("+0:42");
  });
});
