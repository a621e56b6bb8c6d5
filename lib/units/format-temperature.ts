import { NO_VALUE } from "./conversion";
import type { UnitSystem } from "./unit-system";

/** Degrees Celsius as "18 °C" or "64 °F"; `null` gives a dash. */
export function formatTemperature(temperatureC: number | null, system: UnitSystem): string {
  if (temperatureC === null || !Number.isFinite(temperatureC)) return NO_VALUE;
  return system === "metric"
    ? `${Math.round(temperatureC) || 0} °C`
    : `${Math.round(temperatureC * 1.8 + 32) || 0} °F`;
}
