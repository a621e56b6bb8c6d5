import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
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
        {view.table === null ? null : <input type="hidden" name="table" value={view.table} />}
        <DayInput label="From" name="from" value={from} first={first} today={today} />
        <DayInput label="to" name="to" value={to} first={first} today={today} />
        <Button type="submit" size="sm">
          Show
        </Button>
      </form>
    </div>
  );
}

type DayInputProps = {
  label: string;
  name: string;
  value: LocalDate;
  first: LocalDate;
  today: LocalDate;
};

function DayInput({ label, name, value, first, today }: DayInputProps) {
  const id = `fitness-${name}`;
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="max-md:w-9">
        {label}
      </label>
      <Input
        // Another stretch is another default, which a field on screen would not take over.
        key={value}
        id={id}
        name={name}
        type="date"
        required
        defaultValue={value}
        min={first}
        max={today}
        className="min-h-8 w-36 px-2 text-sm max-md:min-h-11"
      />
    </span>
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
