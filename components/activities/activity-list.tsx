"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useRef } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ActivityPage } from "@/db/queries/activity-list";
import { formatDay } from "@/lib/dates/format-day";
import type { LocalDate } from "@/lib/dates/local-date";
import { activityPagesQuery } from "@/lib/queries/activities";
import type { ActivityFilters } from "@/lib/schemas/activity";
import type { UnitSystem } from "@/lib/units/unit-system";
import { ActivityRow } from "./activity-row";
import { groupByWeek } from "./group-by-week";
import { useRowKeys } from "./use-row-keys";
import { WeekHeading } from "./week-heading";

type Props = {
  firstPage: ActivityPage;
  filters: ActivityFilters;
  today: LocalDate;
  firstWeekday: number;
  units: UnitSystem;
};

/** The server's first page, then as many more as the reader scrolls to. */
export function ActivityList({ firstPage, filters, today, firstWeekday, units }: Props) {
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const more = useInfiniteQuery(activityPagesQuery(filters, firstPage.nextCursor ?? ""));
  const pages = [firstPage, ...(more.data?.pages ?? [])];
  const hasMore = more.data === undefined ? firstPage.nextCursor !== null : more.hasNextPage;
  const oldest = pages.at(-1)?.items.at(-1);
  return (
    <div ref={list} className="flex flex-col gap-6">
      {groupByWeek(pages, firstWeekday).map((week) => (
        <section key={week.firstDay} aria-labelledby={`week-${week.firstDay}`}>
          <WeekHeading {...week} id={`week-${week.firstDay}`} today={today} units={units} />
          <Card as="div" className="overflow-hidden p-0 md:p-0">
            <ul>
              {week.items.map((item) => (
                <ActivityRow key={item.id} item={item} units={units} />
              ))}
            </ul>
          </Card>
        </section>
      ))}
      {more.isError ? <Alert tone="error" role="alert" title={more.error.message} /> : null}
      {hasMore ? (
        <MoreButton isLoading={more.isFetching} onMore={() => void more.fetchNextPage()} />
      ) : (
        <p className="text-center text-sm text-faint">
          {oldest === undefined
            ? null
            : `That is all, back to ${formatDay(oldest.day, "compact")}.`}
        </p>
      )}
    </div>
  );
}

/** Loads when it scrolls into view; a button for everyone who does not scroll. */
function MoreButton({ isLoading, onMore }: { isLoading: boolean; onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  const load = useEffectEvent(() => {
    if (!isLoading) onMore();
  });
  useEffect(() => {
    if (button.current === null || isLoading) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load();
      },
      { rootMargin: "600px" },
    );
    observer.observe(button.current);
    return () => observer.disconnect();
  }, [isLoading]);
  return (
    <div className="flex justify-center">
      <Button ref={button} aria-disabled={isLoading} onClick={() => !isLoading && onMore()}>
        {isLoading ? "Loading older activities…" : "Show older activities"}
      </Button>
    </div>
  );
}
