import type { UnitSystem } from "@/lib/units/unit-system";

const METRES_PER_INCH = 0.0254;

/**
 * Metres from what people type: "172" or "1.72" metric, "5'8", "5 ft 8" or "68" (inches)
 * imperial. Null when it is none of these.
 */
export function parseHeight(text: string, units: UnitSystem): number | null {
  const typed = text.trim().replace(",", ".");
  if (units === "metric") {
    const value = Number(typed.replace(/\s*c?m$/i, ""));
    if (typed === "" || !Number.isFinite(value) || value <= 0) return null;
    return value < 3 ? value : value / 100;
  }
  const feet = /^(\d+)\s*(?:'|′|ft)\s*(\d+(?:\.\d+)?)?\s*(?:"|″|in)?$/i.exec(typed);
  if (feet) return (Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * METRES_PER_INCH;
  const inches = Number(typed.replace(/\s*(?:"|″|in)$/i, ""));
  return typed !== "" && inches > 0 ? inches * METRES_PER_INCH : null;
}

/** The number that stands in the field: whole centimetres, or feet and inches. */
export function formatHeight(heightM: number | null, units: UnitSystem): string {
  if (heightM === null) return "";
  if (units === "metric") return String(Math.round(heightM * 100));
  const inches = Math.round(heightM / METRES_PER_INCH);
  return `${Math.floor(inches / 12)} ft ${inches % 12}`;
}
