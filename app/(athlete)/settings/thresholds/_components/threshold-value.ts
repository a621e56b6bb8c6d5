import type { ThresholdName } from "@/lib/schemas/threshold";
import { KILOGRAMS_PER_POUND } from "@/lib/units/conversion";
import { formatDuration } from "@/lib/units/format-duration";
import { paceUnit } from "@/lib/units/pace-basis";
import { parsePace } from "@/lib/units/parse-pace";
import type { UnitSystem } from "@/lib/units/unit-system";

const PACES = { threshold_speed_mps: "run", critical_swim_speed_mps: "swim" } as const;
type Pace = keyof typeof PACES;

function isPace(kind: ThresholdName): kind is Pace {
  return kind in PACES;
}

/** The unit that stands beside the field, "W", "/km". */
export function thresholdUnit(kind: ThresholdName, units: UnitSystem): string {
  if (isPace(kind)) return paceUnit(units, PACES[kind]).label;
  if (kind === "weight_kg") return units === "metric" ? "kg" : "lb";
  return kind === "ftp_w" ? "W" : "bpm";
}

/** A stored value as the athlete types it, without its unit: "228", "4:23", "61.5". */
export function thresholdText(kind: ThresholdName, value: number, units: UnitSystem): string {
  if (isPace(kind)) return formatDuration(paceUnit(units, PACES[kind]).metres / value);
  if (kind === "weight_kg") {
    const shown = units === "metric" ? value : value / KILOGRAMS_PER_POUND;
    return String(Number(shown.toFixed(1)));
  }
  return String(Math.round(value));
}

/** The stored (SI) value of what was typed; null when it is no such value. */
export function parseThreshold(
  kind: ThresholdName,
  text: string,
  units: UnitSystem,
): number | null {
  if (isPace(kind)) return parsePace(text, units, PACES[kind]);
  const number = text
    .trim()
    .replace(",", ".")
    .replace(/\s*(w|bpm|kg|lb)$/i, "");
  const value = Number(number);
  if (number === "" || !Number.isFinite(value)) return null;
  return kind === "weight_kg" && units === "imperial" ? value * KILOGRAMS_PER_POUND : value;
}
