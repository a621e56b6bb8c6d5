/**
 * One load per calendar day: what all the curves are made from.
 * PMC-0, SIG-7: days without an activity are 0; days inside a known sync outage are 0 but not known.
 * Reference: science.md 0 and 5.
 * Valid: local days of the athlete; entries outside the span are left out.
 */
import { dayNumber, type LocalDate } from "../../dates/local-date";

export type DailyLoadSeries = {
  readonly from: LocalDate;
  readonly load: Float64Array;
  /** 0 on days of which nothing is known. */
  readonly known: Uint8Array;
};

export function dailyLoadSeries(
  entries: Iterable<{ readonly day: LocalDate; readonly load: number }>,
  from: LocalDate,
  to: LocalDate,
  unknownDays: Iterable<LocalDate> = [],
): DailyLoadSeries {
  const first = dayNumber(from);
  const length = Math.max(0, dayNumber(to) - first + 1);
  const load = new Float64Array(length);
  const known = new Uint8Array(length).fill(1);
  for (const day of unknownDays) {
    const index = dayNumber(day) - first;
    if (index >= 0 && index < length) known[index] = 0;
  }
  for (const entry of entries) {
    const index = dayNumber(entry.day) - first;
    if (index < 0 || index >= length) continue;
    load[index] = (load[index] as number) + entry.load;
    known[index] = 1;
  }
  return { from, load, known };
}
