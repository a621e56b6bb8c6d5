import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { ComparableActivity } from "@/db/queries/comparable-activities";
import { formatDay } from "@/lib/dates/format-day";
import { formatDuration } from "@/lib/units/format-duration";
import type { CompareView } from "./compare-view";

type Props = { view: CompareView; candidates: readonly ComparableActivity[] };

/** Another activity to hold against A; a plain form, so that it works without a script. */
export function CompareChoice({ view, candidates }: Props) {
  if (candidates.length === 0 || view.b === null) return null;
  return (
    <form
      action="/activities/compare"
      aria-label="Another activity"
      className="mt-4 flex flex-wrap items-center gap-2 border-t border-line pt-4 text-sm"
    >
      <input type="hidden" name="a" value={view.a} />
      {view.by === "distance" ? <input type="hidden" name="by" value="distance" /> : null}
      <label htmlFor="compare-b" className="text-muted">
        Compare with
      </label>
      <div className="w-80 max-w-full">
        <Select id="compare-b" name="b" key={view.b} defaultValue={view.b}>
          {candidates.some((one) => one.id === view.b) ? null : (
            <option value={view.b}>As chosen</option>
          )}
          {candidates.map((one) => (
            <option key={one.id} value={one.id}>
              {formatDay(one.day, "compact")}, {formatDuration(one.timerS)}, {one.title}
            </option>
          ))}
        </Select>
      </div>
      <Button type="submit" size="sm">
        Compare
      </Button>
    </form>
  );
}
