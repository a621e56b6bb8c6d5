import type { ActivityWeek } from "@/db/queries/activity-list";
import { formatDay } from "@/lib/dates/format-day";
import { addDays, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { formatDistance } from "@/lib/units/format-distance";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";
import type { UnitSystem } from "@/lib/units/unit-system";

type Props = {
  firstDay: LocalDate;
  totals: ActivityWeek | null;
  today: LocalDate;
  units: UnitSystem;
  id: string;
};

export function WeekHeading({ firstDay, totals, today, units, id }: Props) {
  const relative = relativeWeek(firstDay, today);
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-0.5 px-1 pb-2">
      <h2 id={id} className="text-base font-semibold">
        {relative ?? weekDays(firstDay)}
        {relative === null ? null : (
          <span className="ml-2 text-sm font-normal text-faint">{weekDays(firstDay)}</span>
        )}
      </h2>
      {totals === null ? null : <Totals totals={totals} units={units} />}
    </div>
  );
}

function Totals({ totals, units }: { totals: ActivityWeek; units: UnitSystem }) {
  const { activities, timerS, distanceM, load } = totals;
  return (
    <p className="text-sm text-muted tabular-nums">
      <span className="sr-only">In this week: </span>
      {activities} {activities === 1 ? "activity" : "activities"} · {formatHours(timerS)}
      {distanceM === null || distanceM === 0 ? null : ` · ${formatDistance(distanceM, units)}`}
      {" · "}
      <strong className="font-semibold text-ink">{formatLoad(load)}</strong> load
    </p>
  );
}

/** "16 – 22 Nov 2026", "28 Sep – 4 Oct 2026", "29 Dec 2025 – 4 Jan 2026". */
function weekDays(firstDay: LocalDate): string {
  const lastDay = addDays(firstDay, 6);
  const first = formatDay(firstDay, "compact");
  const last = formatDay(lastDay, "compact");
  if (firstDay.slice(0, 7) === lastDay.slice(0, 7))
    return `${formatDay(firstDay, "number")} – ${last}`;
  if (firstDay.slice(0, 4) === lastDay.slice(0, 4)) return `${first.slice(0, -5)} – ${last}`;
  return `${first} – ${last}`;
}

function relativeWeek(firstDay: LocalDate, today: LocalDate): string | null {
  const days = daysBetween(firstDay, today);
  if (days >= 0 && days < 7) return "This week";
  return days >= 7 && days < 14 ? "Last week" : null;
}
