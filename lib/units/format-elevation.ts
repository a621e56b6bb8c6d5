import { METRES_PER_FOOT, NO_VALUE } from "./conversion";
import type { UnitSystem } from "./unit-system";

/** Height or climbing (m) as "514 m" or "1686 ft"; `null` gives a dash. */
export function formatElevation(elevationM: number | null, system: UnitSystem): string {
  if (elevationM === null || !Number.isFinite(elevationM)) return NO_VALUE;
  return system === "metric"
    ? `${wholeNumber(elevationM)} m`
    : `${wholeNumber(elevationM / METRES_PER_FOOT)} ft`;
}

/** Rounded, without the minus sign of a rounded-away negative. */
function wholeNumber(value: number): string {
  return String(Math.round(value) || 0);
}
