/**
 * By how much a slope makes the same speed harder: flat-equivalent speed = speed x factor.
 * RUN-2: straight lines between the points of an empirical table, exactly 1 on the flat.
 * Reference: the table that GoldenCheetah's curve was fitted to (science.md 2).
 * Valid: -40 % to +34 %; flat outside. Kinder to steep descents than Minetti's energy cost.
 */
const TABLE = [
  [-40, 1.937],
  [-30, 1.49],
  [-20, 1.085],
  [-18, 1.02],
  [-16, 0.965],
  [-14, 0.92],
  [-12, 0.885],
  [-10, 0.875],
  [-7, 0.875],
  [-6, 0.885],
  [-5, 0.9],
  [-4, 0.91],
  [-3, 0.935],
  [-2, 0.95],
  [-1, 0.98],
  [0, 1],
  [1, 1.02],
  [2, 1.05],
  [3, 1.1],
  [4, 1.14],
  [5, 1.19],
  [6, 1.24],
  [7, 1.29],
  [8, 1.35],
  [9, 1.41],
  [10, 1.48],
  [12, 1.6],
  [14, 1.77],
  [16, 1.93],
  [18, 2.11],
  [20, 2.28],
  [24, 2.645],
  [30, 3.16],
  [34, 3.47],
] as const;

const FIRST_PCT = TABLE[0][0];
const LAST_PCT = TABLE[TABLE.length - 1]?.[0] ?? FIRST_PCT;
/** The table drawn out to whole percents, so that a sample costs one interpolation. */
const PER_PERCENT = drawnOut();

/** @param gradePct slope in percent. */
export function gradedPaceFactor(gradePct: number): number {
  const clamped = Math.max(FIRST_PCT, Math.min(LAST_PCT, gradePct));
  const index = Math.min(LAST_PCT - FIRST_PCT - 1, Math.floor(clamped - FIRST_PCT));
  const low = PER_PERCENT[index] as number;
  const high = PER_PERCENT[index + 1] as number;
  return low + (high - low) * (clamped - FIRST_PCT - index);
}

function drawnOut(): Float64Array {
  const factors = new Float64Array(LAST_PCT - FIRST_PCT + 1);
  for (let i = 1; i < TABLE.length; i++) {
    const [fromPct, from] = TABLE[i - 1] as readonly [number, number];
    const [toPct, to] = TABLE[i] as readonly [number, number];
    for (let pct = fromPct; pct <= toPct; pct++) {
      factors[pct - FIRST_PCT] = from + ((to - from) * (pct - fromPct)) / (toPct - fromPct);
    }
  }
  return factors;
}
