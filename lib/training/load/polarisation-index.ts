/**
 * How far the time of training stands apart into easy and hard.
 * PI: log10(Z1 / Z2 x Z3 x 100) of the shares of three zones; above 2.00 is polarised.
 * Reference: Treff et al., "The polarization-index", Frontiers in Physiology 10 (2019).
 * Valid: Z1 > Z3 > Z2 and Z3 of 1 % or more, else null; no time in zone 2 counts as 1 %.
 */
/** Parts of the time below, between and above the two thresholds; they sum to 1. */
export type ZoneShares = { readonly z1: number; readonly z2: number; readonly z3: number };

const SMALLEST_SHARE = 0.01;

export function polarisationIndex({ z1, z2, z3 }: ZoneShares): number | null {
  if (!(z1 > z3 && z3 > z2 && z3 >= SMALLEST_SHARE)) return null;
  return Math.log10((z1 / (z2 === 0 ? SMALLEST_SHARE : z2)) * z3 * 100);
}
