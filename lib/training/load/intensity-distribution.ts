/**
 * Which shape a period of training has: how its time is shared by easy, moderate and hard.
 * Formula: shares of three zones, ordered (science.md 20); polarised also needs a polarisation index above 2.
 * Reference: Treff et al. (2019); Seiler & Kjerland (2006) for the three zones.
 * Valid: any time in zones, else null. One shape is not better than the others: the evidence is mixed.
 */
import { polarisationIndex, type ZoneShares } from "./polarisation-index";

export type DistributionShape =
  | "base"
  | "polarised"
  | "pyramidal"
  | "threshold"
  | "high-intensity"
  | "mixed";

const HARDLY_ANY = 0.01;
const POLARISED_ABOVE = 2;
const MOSTLY_EASY = 0.7;

export type IntensityDistribution = {
  readonly shares: ZoneShares;
  readonly shape: DistributionShape;
  /** Null when the order of the zones does not allow one. */
  readonly polarisationIndex: number | null;
};

/** From seconds in three zones; null without any. */
export function intensityDistribution(
  seconds: readonly [number, number, number],
): IntensityDistribution | null {
  const total = seconds[0] + seconds[1] + seconds[2];
  if (!(total > 0)) return null;
  const shares = { z1: seconds[0] / total, z2: seconds[1] / total, z3: seconds[2] / total };
  const index = polarisationIndex(shares);
  return { shares, shape: shapeOf(shares, index), polarisationIndex: index };
}

function shapeOf({ z1, z2, z3 }: ZoneShares, index: number | null): DistributionShape {
  if (z3 > z1 && z3 > z2) return "high-intensity";
  if (z2 >= z3 && z1 < MOSTLY_EASY) return "threshold";
  if (z3 < HARDLY_ANY) return "base";
  if (index !== null && index > POLARISED_ABOVE) return "polarised";
  return z2 >= z3 ? "pyramidal" : "mixed";
}
