import { expect, it } from "vitest";
import type { ActivityListItem, ActivityPage } from "@/db/queries/activity-list";
import { localDate } from "@/lib/dates/local-date";
import { groupByWeek } from "./group-by-week";

function item(id: string, day: string): ActivityListItem {
  return {
    id,
    sport: "running",
    subSport: null,
    title: id,
    startedAt: `${day}T06:00:00.000Z`,
    utcOffsetS: 0,
    day: localDate(day),
    timerS: 3600,
    distanceM: null,
    ascentM: null,
    avgPowerW: null,
    avgHeartRateBpm: null,
    load: null,
    loadMethod: null,
    isIndoor: false,
    isPartial: false,
    poolLengths: 0,
    duplicates: 0,
    profile: null,
  };
}

function page(items: ActivityListItem[], weeks: [string, number][]): ActivityPage {
  return {
    items,
    weeks: weeks.map(([firstDay, activities]) => ({
      firstDay: localDate(firstDay),
      activities,
      timerS: activities * 3600,
      distanceM: null,
      load: null,
    })),
    nextCursor: null,
  };
}

const pages = [
  page([item("c", "2026-11-21"), item("b", "2026-11-17")], [["2026-11-16", 3]]),
  page(
    [item("a", "2026-11-16"), item("z", "2026-11-15")],
    [
      ["2026-11-16", 3],
      ["2026-11-09", 1],
    ],
  ),
];

it("joins a week that runs over the page and keeps its whole total", () => {
  const groups = groupByWeek(pages, 1);
  expect(groups.map((group) => [group.firstDay, group.items.map(({ id }) => id)])).toEqual([
    ["2026-11-16", ["c", "b", "a"]],
    ["2026-11-09", ["z"]],
  ]);
  expect(groups[0]?.totals?.activities).toBe(3);
});

it("follows the athlete's first weekday", () => {
  expect(groupByWeek(pages, 7).map((group) => group.firstDay)).toEqual(["2026-11-15"]);
});
