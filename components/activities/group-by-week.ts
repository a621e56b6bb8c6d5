import type { ActivityListItem, ActivityPage, ActivityWeek } from "@/db/queries/activity-list";
import type { LocalDate } from "@/lib/dates/local-date";
import { startOfWeek } from "@/lib/dates/start-of-week";

export type ActivityWeekGroup = {
  readonly firstDay: LocalDate;
  /** The whole week's totals, also when part of it is on a page not loaded yet. */
  readonly totals: ActivityWeek | null;
  readonly items: readonly ActivityListItem[];
};

/** The pages loaded so far as weeks, newest first; a week that spans two pages is one group. */
export function groupByWeek(
  pages: readonly ActivityPage[],
  firstWeekday: number,
): ActivityWeekGroup[] {
  const totals = new Map(
    pages.flatMap((page) => page.weeks.map((week) => [week.firstDay, week] as const)),
  );
  const groups = new Map<LocalDate, ActivityListItem[]>();
  for (const item of pages.flatMap((page) => page.items)) {
    const firstDay = startOfWeek(item.day, firstWeekday);
    const group = groups.get(firstDay);
    if (group === undefined) groups.set(firstDay, [item]);
    else group.push(item);
  }
  return [...groups].map(([firstDay, items]) => ({
    firstDay,
    totals: totals.get(firstDay) ?? null,
    items,
  }));
}
