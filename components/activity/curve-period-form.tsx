import { Button } from "@/components/ui/button";
import { DayInput } from "@/components/ui/day-input";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { CurveView } from "./curve-view";

type Props = {
  readonly activityId: string;
  readonly view: CurveView;
  /** Of the activity. */
  readonly day: LocalDate;
  readonly today: LocalDate;
};

const YEAR_DAYS = 365;
const SEASON_DAYS = 90;

/** Chooses the days to hold the curve against: the same season of the year before, or any two days. */
export function CurvePeriodForm({ activityId, view, day, today }: Props) {
  const { against } = view;
  const yearBefore = addDays(day, -YEAR_DAYS);
  const { from, to } =
    against.key === "period"
      ? against
      : { from: addDays(yearBefore, -SEASON_DAYS), to: yearBefore };
  return (
    <form
      action={`/activities/${activityId}#curve`}
      aria-label="Against other days"
      className="mt-3 flex flex-wrap items-center gap-2 text-sm text-muted"
    >
      <input type="hidden" name="against" value="period" />
      <input type="hidden" name="curve" value={view.kind} />
      {view.table === null ? null : <input type="hidden" name="table" value={view.table} />}
      <span className="max-md:basis-full">Against other days:</span>
      <DayInput id="curve-from" label="first" name="from" value={from} max={today} />
      <DayInput id="curve-to" label="last" name="to" value={to} max={today} />
      <Button type="submit" size="sm">
        Compare
      </Button>
    </form>
  );
}
