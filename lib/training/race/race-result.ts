/**
 * Which classic distance a race was over, and the time over it.
 * RACE-3: the longest best effort that covers 85 % of the activity or more.
 * Reference: a convention; the rest is warming up, or what the device measured too much.
 * Valid: the best efforts of one activity; null for a race over no classic distance.
 */
import type { RaceResult } from "./race-prediction";

const SHARE_OF_ACTIVITY = 0.85;

export function raceResult<Effort extends RaceResult>(
  efforts: readonly Effort[],
  activityDistanceM: number | null,
): Effort | null {
  if (efforts.length === 0 || activityDistanceM === null) return null;
  const longest = efforts.reduce((best, effort) =>
    effort.distanceM > best.distanceM ? effort : best,
  );
  return longest.distanceM >= SHARE_OF_ACTIVITY * activityDistanceM ? longest : null;
}
