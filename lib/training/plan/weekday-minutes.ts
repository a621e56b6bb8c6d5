/**
 * The time that a weekday leaves for training.
 * PLN-12: the athlete's own limit for the day of the week, and what a calendar leaves, whichever is less.
 * Reference: science.md 22.
 * Valid: minutes, Monday first; null = no limit, 0 = a day without training.
 */
export type WeekdayMinutes = readonly (number | null)[];

/** @param isoWeekday 1 = Monday … 7 = Sunday. Returns seconds, null without a limit. */
export function availableS(
  limits: WeekdayMinutes | null,
  isoWeekday: number,
  calendarS: number | null,
): number | null {
  const minutes = limits?.[isoWeekday - 1] ?? null;
  if (minutes === null) return calendarS;
  return Math.min(minutes * 60, calendarS ?? Number.POSITIVE_INFINITY);
}
