import { fitnessChange } from "@/components/fitness/performance-finding";
import { formatDay } from "@/lib/dates/format-day";
import { daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { formatLoad } from "@/lib/units/format-load";
import { formatSigned } from "@/lib/units/format-signed";

const DAYS = 42;

type LoadDay = {
  readonly day: LocalDate;
  readonly fitness: number;
  readonly form: number;
};

export type FormStripView = {
  /** Up to six weeks of form to a tenth, the last is this morning's. */
  readonly form: readonly number[];
  readonly formToday: string;
  /** "today", or the day that the series ends on when today is not worked out yet. */
  readonly when: string;
  readonly fitness: string;
  /** "+6 in 6 weeks", or how far the 42 days are built. */
  readonly trend: string;
};

/** The form line: where it has been for six weeks and where it stands this morning. Null without a series. */
export function prepareFormStrip(
  loads: readonly LoadDay[],
  loadSince: LocalDate | null,
  today: LocalDate,
): FormStripView | null {
  const last = loads.at(-1);
  if (!last || loadSince === null) return null;
  const change = fitnessChange(loads);
  const day = Math.min(DAYS, daysBetween(loadSince, today) + 1);
  return {
    form: loads.slice(-DAYS).map((one) => Math.round(one.form * 10) / 10),
    formToday: formatSigned(last.form),
    when: last.day === today ? "today" : formatDay(last.day, "short"),
    fitness: formatLoad(last.fitness),
    trend:
      change === null ? `building, day ${day} of ${DAYS}` : `${formatSigned(change)} in 6 weeks`,
  };
}
