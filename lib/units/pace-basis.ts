import { METRES_PER_MILE, METRES_PER_YARD } from "./conversion";
import type { UnitSystem } from "./unit-system";

/** Runners count time per kilometre or mile, swimmers per 100 metres or yards. */
export type PaceBasis = "run" | "swim";

/** The length that a pace is counted over, and how it is written. */
export function paceUnit(system: UnitSystem, basis: PaceBasis): { metres: number; label: string } {
  if (basis === "run") {
    return system === "metric"
      ? { metres: 1000, label: "/km" }
      : { metres: METRES_PER_MILE, label: "/mi" };
  }
  return system === "metric"
    ? { metres: 100, label: "/100 m" }
    : { metres: 100 * METRES_PER_YARD, label: "/100 yd" };
}
