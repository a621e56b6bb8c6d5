import type { Sport } from "@/lib/training/activity/activity-types";
import { formatPace } from "@/lib/units/format-pace";
import { formatSpeed } from "@/lib/units/format-speed";
import type { UnitSystem } from "@/lib/units/unit-system";

const ON_FOOT: ReadonlySet<Sport> = new Set(["running", "walking", "hiking"]);

/** Speed as people of the sport say it: pace on foot and in water, speed on everything else. */
export function formatSportSpeed(speedMps: number | null, sport: Sport, units: UnitSystem): string {
  if (sport === "swimming") return formatPace(speedMps, units, "swim");
  if (ON_FOOT.has(sport)) return formatPace(speedMps, units, "run");
  return formatSpeed(speedMps, units);
}

/** True where a lower number means faster, so that the chart's axis says pace. */
export function isPaceSport(sport: Sport): boolean {
  return sport === "swimming" || ON_FOOT.has(sport);
}

/** Turns of the pedals, or what the sport counts instead. */
export function cadenceUnit(sport: Sport): string {
  if (ON_FOOT.has(sport)) return "spm";
  return sport === "cycling" ? "rpm" : "/min";
}

/** Devices count one foot; people on foot count both. */
export function cadenceFactor(sport: Sport): number {
  return ON_FOOT.has(sport) ? 2 : 1;
}
