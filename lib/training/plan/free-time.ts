/**
 * The longest stretch of a day that a calendar leaves for training.
 * PLN-12: between 06:00 and 21:00, beside the busy times and half an hour to change and travel.
 * Reference: science.md 22; the hours and the half hour are a convention.
 * Valid: busy times of the day in minutes after local midnight, in any order; they may overlap.
 */
const FIRST_MINUTE = 360;
const LAST_MINUTE = 1260;
const CHANGING_MINUTES = 30;

export type BusyMinutes = { readonly from: number; readonly to: number };

/** Seconds. */
export function longestFreeS(busy: readonly BusyMinutes[]): number {
  let free = FIRST_MINUTE;
  let longest = 0;
  for (const { from, to } of busy.toSorted((a, b) => a.from - b.from)) {
    longest = Math.max(longest, Math.min(from, LAST_MINUTE) - free);
    free = Math.max(free, to);
  }
  longest = Math.max(longest, LAST_MINUTE - free);
  return Math.max(0, longest - CHANGING_MINUTES) * 60;
}
