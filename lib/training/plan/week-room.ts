/**
 * How much of a sport a week still takes before it grows too fast.
 * PLN-4: the seven days that end today at most 10 % above the seven before, or above the usual week where that is more.
 * Reference: science.md 22 (the 10 % is a convention, and weakly supported); 150 minutes a week are the WHO's least (2020).
 * Valid: seconds; no limit where weeks are not counted. Up to 150 minutes a week nothing is too much.
 */
import type { RecentVolume } from "./recommendation-input";

const GROWTH = 1.1;
const FREE_S = 150 * 60;

export function weekRoomS({ week, weeklyDurationS }: RecentVolume): number {
  if (week === undefined) return Number.POSITIVE_INFINITY;
  const most = Math.max(FREE_S, GROWTH * Math.max(week.beforeS, weeklyDurationS));
  return Math.max(0, most - week.doneS);
}
