const DAY_MS = 86_400_000;

/** A session ends when it was not used for this long … */
export const IDLE_DAYS = 14;
/** … and in any case this long after sign-in. */
export const ABSOLUTE_DAYS = 60;
/** `last_seen_at` is written at most this often. */
export const TOUCH_INTERVAL_MS = 5 * 60_000;

export function daysAfter(instant: Date, days: number): Date {
  return new Date(instant.getTime() + days * DAY_MS);
}
