/**
 * The weight that could be lifted once, estimated from a set of several repetitions.
 * 1RM-1: weight x (1 + repetitions / 30); a single repetition is the weight itself.
 * Reference: Epley, "Poundage chart" (1985); compared with others by LeSuer et al. (1997).
 * Valid: 1 to 10 repetitions with a weight above 0, else null: with more, endurance decides.
 */
const MOST_REPETITIONS = 10;
const REPETITIONS_TO_DOUBLE = 30;

/** In the unit of the weight; always an estimate, except of a single repetition. */
export function oneRepetitionMaximum(
  weightKg: number | null,
  repetitions: number | null,
): number | null {
  if (weightKg === null || repetitions === null || !(weightKg > 0)) return null;
  if (!Number.isInteger(repetitions) || repetitions < 1 || repetitions > MOST_REPETITIONS) {
    return null;
  }
  return repetitions === 1 ? weightKg : weightKg * (1 + repetitions / REPETITIONS_TO_DOUBLE);
}
