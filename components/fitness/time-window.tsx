import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import type { FitnessOverviewPoint } from "@/db/queries/fitness-overview";
import { dayNumber, type LocalDate } from "@/lib/dates/local-date";
import { SHORTEST_DAYS } from "./brush-window";
import { type FitnessView, fitnessHref } from "./fitness-view";
import { TimeBrush } from "./time-brush";

type Props = {
  overview: readonly FitnessOverviewPoint[];
  view: FitnessView;
  /** First and last day that the charts show. */
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
};

/** Chooses the days to look at: by strip, or by two dates for whoever does not drag. */
export function TimeWindow({ overview, view, from, to, today }: Props) {
  const first = overview[0]?.day;
  if (first === undefined) return null;
  const firstDay = Math.min(dayNumber(first), dayNumber(from));
  const lastDay = dayNumber(today) - firstDay;
  if (lastDay <= SHORTEST_DAYS) return null;
  return (
    <div className="mt-4">
      <TimeBrush
        path={overviewPath(overview, firstDay)}
        firstDay={firstDay}
        lastDay={lastDay}
        shown={{ from: dayNumber(from) - firstDay, to: dayNumber(to) - firstDay }}
        href={hrefWithoutDays(view)}
      />
      <form
        action="/fitness"
        className="mt-3 flex flex-wrap items-center gap-2 text-sm text-muted"
        aria-label="Days shown"
      >
        {view.sport === "all" ? null : <input type="hidden" name="sport" value={view.sport} />}
        {view.ahead === "rest" ? null : <input type="hidden" name="ahead" value={view.ahead} />}
        {view.table === null ? null : <input type="hidden" name="table" value={view.table} />}
        <DayInput
          {...{ id: "fitness-from", label: "From", name: "from" }}
          {...{ value: from, min: first, max: today }}
        />
        <DayInput
          {...{ id: "fitness-to", label: "to", name: "to" }}
          {...{ value: to, min: first, max: today }}
        />
        <Button type="submit" size="sm">
          Show
        </Button>
      </form>
    </div>
  );
}

function overviewPath(overview: readonly FitnessOverviewPoint[], firstDay: number): string {
  const most = Math.max(1, ...overview.map((one) => one.fitness));
  const points = overview.map(
    ({ day, fitness }) =>
      `${dayNumber(day) - firstDay},${Math.round((1 - fitness / most) * 1000) / 10}`,
  );
  return `M${points.join("L")}`;
}

/** The strip adds the stretch; a range beside it would be overruled and only confuse. */
function hrefWithoutDays(view: FitnessView): string {
  const search = new URLSearchParams(fitnessHref(view, { window: null }).split("?")[1]);
  search.delete("range");
  return `/fitness?${search}`;
}
