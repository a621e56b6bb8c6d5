"use client";

import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { Card } from "@/components/ui/card";
import type { Sport } from "@/lib/training/activity/activity-types";
import { cn } from "@/lib/utils";
import type { WeekDay, WeekView } from "./prepare-week";

/** The week as done so far, a column a day. */
export function WeekCard({ week }: { week: WeekView }) {
  return (
    <Card aria-labelledby="week">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="week" className="heading-quiet">
          This week
        </h2>
        <p className="text-sm text-muted">
          <b className="font-semibold text-ink">{week.load}</b> load · {week.duration}
        </p>
      </div>
      <ol className="grid grid-cols-7 gap-1 sm:gap-1.5">
        {week.days.map((day) => (
          <DayColumn key={day.day} day={day} />
        ))}
      </ol>
    </Card>
  );
}

/** A phone's column is too narrow for the word. */
function SportMark({ sport }: { sport: Sport }) {
  const Icon = SPORT_LOOKS[sport].icon;
  return <Icon className="h-4 w-3.5 text-ink sm:hidden" />;
}

function DayColumn({ day }: { day: WeekDay }) {
  return (
    <li
      aria-current={day.isToday ? "date" : undefined}
      className={cn(
        "flex min-h-[104px] min-w-0 flex-col rounded-control border px-1.5 py-2",
        day.isToday ? "border-accent bg-accent-soft" : "border-line",
      )}
    >
      <span className="sr-only">{day.spoken}</span>
      <div aria-hidden="true" className="contents">
        <div className="flex justify-between gap-1 text-xs sm:text-sm">
          <span className={day.isToday ? "font-medium" : "font-medium text-muted"}>
            {day.weekday}
          </span>
          <span className={cn("max-sm:hidden", day.isToday ? "text-muted" : "text-faint")}>
            {day.number}
          </span>
        </div>
        <svg aria-hidden="true" width="100%" height="28" className="mt-auto block">
          {day.barPercent === null ? (
            <rect y="26" width="100%" height="2" rx="1" className="fill-line" />
          ) : (
            <rect
              y={28 - (28 * day.barPercent) / 100}
              width="100%"
              height={(28 * day.barPercent) / 100}
              rx="3"
              className="fill-go"
            />
          )}
        </svg>
        <div className="mt-1.5 text-xs tracking-tight text-muted">
          <div className={cn("h-4 truncate", day.sport && "text-ink max-sm:hidden")}>
            {day.word}
          </div>
          {day.sport && <SportMark sport={day.sport} />}
          <div className="h-4">{day.length}</div>
        </div>
      </div>
    </li>
  );
}
