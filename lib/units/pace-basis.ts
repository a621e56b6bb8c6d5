import type { Sport } from "@/lib/training/activity/sports";
import { METRES_PER_MILE, METRES_PER_YARD } from "./conversion";
import type { UnitSystem } from "./unit-system";

/** Runners count time per kilometre or mile, swimmers per 100 metres or yards, rowers per 500 metres. */
export type PaceBasis = "run" | "swim" | "row";

/** How people of the sport count a pace. */
export function paceBasis(sport: Sport): PaceBasis {
  if (sport === "swimming") return "swim";
  return sport === "rowing" ? "row" : "run";
}

/** The length that a pace is counted over, and how it is written. */
export function paceUnit(system: UnitSystem, basis: PaceBasis): { metres: number; label: string } {
  if (basis === "run") {
    return system === "metric"
      ? { metres: 1000, label: "/km" }
      : { metres: METRES_PER_MILE, label: "/mi" };
  }
  if (basis === "row") return { metres: 500, label: "/500 m" };
  return system === "metric"
    ? { metres: 100, label: "/100 m" }
    : { metres: 100 * METRES_PER_YARD, label: "/100 yd" };
}
