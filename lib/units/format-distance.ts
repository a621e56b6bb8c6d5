import { METRES_PER_FOOT, METRES_PER_MILE, METRES_PER_YARD, NO_VALUE } from "./conversion";
import type { UnitSystem } from "./unit-system";

const SHORT_MILES = 0.1;

/**
 * Metres as "12.3 km", "850 m", "7.6 mi"; in a pool always "2600 m" or "2843 yd".
 * Two decimals below ten kilometres or miles, one above. `null` gives a dash.
 */
export function formatDistance(
  distanceM: number | null,
  system: UnitSystem,
  place: "land" | "pool" = "land",
): string {
  if (distanceM === null || !Number.isFinite(distanceM)) return NO_VALUE;
  if (place === "pool") {
    return system === "metric"
      ? `${distanceM.toFixed(0)} m`
      : `${(distanceM / METRES_PER_YARD).toFixed(0)} yd`;
  }
  if (system === "metric") {
    if (Math.round(distanceM) < 1000) return `${distanceM.toFixed(0)} m`;
    return `${long(distanceM / 1000)} km`;
  }
  const miles = distanceM / METRES_PER_MILE;
  if (miles < SHORT_MILES) return `${(distanceM / METRES_PER_FOOT).toFixed(0)} ft`;
  return `${long(miles)} mi`;
}

function long(value: number): string {
  return value.toFixed(value < 9.995 ? 2 : 1);
}
