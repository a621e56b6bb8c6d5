/**
 * Sports done in water: the barometer of a watch says no height there, and water cools.
 * Formula: a list of sports. Reference: none. Valid: every sport.
 */
import type { Sport } from "./sports";

const IN_WATER: ReadonlySet<Sport> = new Set(["swimming", "diving"]);

export function isInWater(sport: Sport): boolean {
  return IN_WATER.has(sport);
}
