import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Sport } from "@/lib/training/activity/sports";

const GOES_SOMEWHERE: ReadonlySet<Sport> = new Set([
  "cycling",
  "running",
  "swimming",
  "walking",
  "hiking",
  "rowing",
  "skiing",
]);
/** Slower than anyone walks on purpose (SIG-2). */
const MIN_SPEED_MPS = 1.5 / 3.6;

export function goesSomewhere(sport: Sport): boolean {
  return GOES_SOMEWHERE.has(sport);
}

type Facts = Pick<ActivityDetail, "sport" | "distanceM" | "timerS">;

/**
 * Whether distance and speed say something. In a sport that stays where it is, the steps that a
 * watch counted as metres do not.
 */
export function isJourney({ sport, distanceM, timerS }: Facts): boolean {
  if (distanceM === null || !(distanceM > 0)) return false;
  return goesSomewhere(sport) || distanceM >= MIN_SPEED_MPS * timerS;
}
