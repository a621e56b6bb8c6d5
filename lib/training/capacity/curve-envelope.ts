/**
 * The best of many curves at each length of time, and which activity gave it.
 * MMC-3: maximum over the curves, point by point on the shared grid; the first one wins a tie.
 * Reference: definition.
 * Valid: curves on CURVE_DURATIONS_S; a curve may end early or have gaps (NaN).
 */
export type StoredBests = {
  readonly activityId: string;
  /** On CURVE_DURATIONS_S. */
  readonly bests: ArrayLike<number>;
};

export type CurveEnvelope = {
  /** Up to the longest duration that any curve has; NaN where none has a value. */
  readonly bests: Float64Array;
  /** For each duration the activity of the best; null where there is none. */
  readonly activityIds: readonly (string | null)[];
};

export function curveEnvelope(curves: readonly StoredBests[]): CurveEnvelope {
  const knots = curves.reduce((longest, { bests }) => Math.max(longest, bests.length), 0);
  const bests = new Float64Array(knots).fill(Number.NaN);
  const from = new Int32Array(knots).fill(-1);
  for (const [index, curve] of curves.entries()) {
    for (let k = 0; k < curve.bests.length; k++) {
      const value = curve.bests[k] as number;
      // Also true while there is no best: nothing is greater than or equal to NaN.
      if (Number.isNaN(value) || (bests[k] as number) >= value) continue;
      bests[k] = value;
      from[k] = index;
    }
  }
  return { bests, activityIds: Array.from(from, (index) => curves[index]?.activityId ?? null) };
}
