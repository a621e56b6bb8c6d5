import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { Icon } from "@/components/ui/icon";
import type { Sport } from "@/lib/training/activity/sports";
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
          <b className="font-semibold text-ink">{week.load}</b>{" "}
          <MethodLink to="choose-load">load</MethodLink> · {week.duration}
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
  return (
    <Icon of={SPORT_LOOKS[sport].icon} className="col-span-2 mt-1.5 h-4 w-3.5 text-ink sm:hidden" />
  );
}

/** The day's load as its share of the week's largest; a line where there is none. */
function Bar({ percent }: { percent: number | null }) {
  const height = percent === null ? 2 : (28 * percent) / 100;
  return (
    <svg aria-hidden="true" width="100%" height="28" className="col-span-2 block self-end">
      <rect
        y={28 - height}
        width="100%"
        height={height}
        rx={percent === null ? 1 : 3}
        className={percent === null ? "fill-line" : "fill-go"}
      />
    </svg>
  );
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
      <div
        aria-hidden="true"
        className="grid flex-1 grid-cols-[minmax(0,1fr)_auto] grid-rows-[auto_1fr_auto_auto] gap-x-1 text-xs tracking-tight text-muted"
      >
        <span className={cn("font-medium tracking-normal sm:text-sm", day.isToday && "text-ink")}>
          {day.weekday}
        </span>
        <span
          className={cn(
            "hidden tracking-normal sm:text-sm @lg:inline",
            !day.isToday && "text-faint",
          )}
        >
          {day.number}
        </span>
        <Bar percent={day.barPercent} />
        <div
          className={cn("col-span-2 mt-1.5 h-4 truncate", day.sport && "text-ink max-sm:hidden")}
        >
          {day.word}
        </div>
        {day.sport && <SportMark sport={day.sport} />}
        <div className="col-span-2 h-4">{day.length}</div>
      </div>
    </li>
  );
}
