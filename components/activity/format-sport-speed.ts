import type { Sport } from "@/lib/training/activity/sports";
import { isOnFoot } from "@/lib/units/cadence";
import { formatPace } from "@/lib/units/format-pace";
import { formatSpeed } from "@/lib/units/format-speed";
import { paceBasis } from "@/lib/units/pace-basis";
import type { UnitSystem } from "@/lib/units/unit-system";

/** Speed as people of the sport say it: pace on foot, in water and at the oar, speed on all else. */
export function formatSportSpeed(speedMps: number | null, sport: Sport, units: UnitSystem): string {
  return isPaceSport(sport)
    ? formatPace(speedMps, units, paceBasis(sport))
    : formatSpeed(speedMps, units);
}

/** True where a lower number means faster, so that the chart's axis says pace. */
export function isPaceSport(sport: Sport): boolean {
  return sport === "swimming" || sport === "rowing" || isOnFoot(sport);
}
