import type { ActivityDetail } from "@/db/queries/activity-detail";

/**
 * Metres of one length: the distance shared by the swum lengths. Null without a distance or
 * without lengths.
 */
export function poolLengthM({
  distanceM,
  lengths,
}: Pick<ActivityDetail, "distanceM" | "lengths">): number | null {
  const swum = lengths.filter((length) => length.isActive).length;
  return distanceM === null || distanceM <= 0 || swum === 0 ? null : distanceM / swum;
}
