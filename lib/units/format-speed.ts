import { METRES_PER_MILE, NO_VALUE } from "./conversion";
import type { UnitSystem } from "./unit-system";

/** Speed (m/s) as "32.4 km/h" or "20.1 mph"; `null` gives a dash. */
export function formatSpeed(speedMps: number | null, system: UnitSystem): string {
  if (speedMps === null || !Number.isFinite(speedMps)) return NO_VALUE;
  const perHour = speedMps * 3600;
  return system === "metric"
    ? `${(perHour / 1000).toFixed(1)} km/h`
    : `${(perHour / METRES_PER_MILE).toFixed(1)} mph`;
}
