/**
 * A race time carried over to another distance: pace falls with distance by a power law.
 * RIEGEL: T2 = T1 (D2 / D1)^1.06.
 * Reference: Riegel, "Athletic records and human endurance", American Scientist 69 (1981).
 * Valid: 3.5 to 230 min; too fast for most amateurs' marathon, whose exponent is nearer 1.15.
 */
export const RIEGEL_EXPONENT = 1.06;

/** Seconds over `targetM`. */
export function racePredictionRiegel(
  distanceM: number,
  durationS: number,
  targetM: number,
  exponent: number = RIEGEL_EXPONENT,
): number {
  return durationS * (targetM / distanceM) ** exponent;
}
