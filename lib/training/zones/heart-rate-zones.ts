/**
 * Seven heart rate zones around the athlete's threshold (1, 2, 3, 4, 5a, 5b, 5c).
 * ZONE-HR: shares of LTHR, on foot 85/90/95/100/103/106 %, on the bike 81/90/94/100/103/106 %.
 * Reference: Friel's zones (science.md 19).
 * Valid: LTHR of the day, for the sport; on foot = running, walking, hiking; all others use the bike's.
 */
import type { Sport } from "../activity/sports";

const ON_FOOT = [0.85, 0.9, 0.95, 1, 1.03, 1.06] as const;
const ON_BIKE = [0.81, 0.9, 0.94, 1, 1.03, 1.06] as const;

/** Upper boundaries (whole bpm) of zones 1 to 6; a heart rate at a boundary is in the zone above. */
export function heartRateZones(thresholdBpm: number, sport: Sport): number[] {
  const isOnFoot = sport === "running" || sport === "walking" || sport === "hiking";
  // Heart rate is whole beats: rounding up moves no beat into another zone.
  return (isOnFoot ? ON_FOOT : ON_BIKE).map((share) => Math.ceil(share * thresholdBpm - 1e-9));
}
