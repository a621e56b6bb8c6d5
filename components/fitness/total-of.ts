import type { TrainingTotal } from "@/db/queries/training-totals";
import type { Sport } from "@/lib/training/activity/sports";
import type { TotalsMeasure } from "./totals-view";

export type Totals = Readonly<Record<TotalsMeasure, number | null>>;

/** Sports in which a device's climb is noise. */
const ON_THE_SPOT: ReadonlySet<Sport> = new Set(["strength", "yoga", "swimming", "diving"]);

/** The sums of one row, in SI units; null where none of its activities has the value. */
export function totalOf(row: TrainingTotal): Totals {
  return {
    time: row.timerS,
    distance: row.distanceM,
    ascent: ON_THE_SPOT.has(row.sport) ? null : row.ascentM,
    load: row.load,
    energy: row.energyKcal,
    activities: row.activities,
  };
}

/** The sum of those that are known; null when none is. */
export function sumKnown(values: Iterable<number | null>): number | null {
  let sum: number | null = null;
  for (const value of values) if (value !== null) sum = (sum ?? 0) + value;
  return sum;
}

/** One measure of several rows together. */
export function totalOfRows(rows: readonly TrainingTotal[], measure: TotalsMeasure): number | null {
  return sumKnown(rows.map((row) => totalOf(row)[measure]));
}
