import type { Sport } from "@/lib/training/activity/activity-types";
import { isOnFoot } from "@/lib/units/cadence";
import { formatPace } from "@/lib/units/format-pace";
import { formatSpeed } from "@/lib/units/format-speed";
import type { UnitSystem } from "@/lib/units/unit-system";

/** Speed as people of the sport say it: pace on foot and in water, speed on everything else. */
export function formatSportSpeed(speedMps: number | null, sport: Sport, units: UnitSystem): string {
  if (sport === "swimming") return formatPace(speedMps, units, "swim");
  if (isOnFoot(sport)) return formatPace(speedMps, units, "run");
  return formatSpeed(speedMps, units);
}

/** True where a lower number means faster, so that the chart's axis says pace. */
export function isPaceSport(sport: Sport): boolean {
  return sport === "swimming" || isOnFoot(sport);
}
