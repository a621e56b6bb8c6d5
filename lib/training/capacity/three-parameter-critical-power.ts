/**
 * Critical power with a ceiling: nobody has infinite power for an instant.
 * CP-3: P = W' / (t + k) + CP, k = W' / (Pmax - CP); for a given k a straight line, so only k is searched.
 * Reference: Morton, "A 3-parameter critical power model", Ergonomics 39 (1996).
 * Valid: all-out efforts from seconds to 20 min, four different durations at least, else null.
 */
import type { Effort } from "./critical-power";
import { linearFit } from "./linear-fit";

const LONGEST_S = 1200;
const MIN_EFFORTS = 4;
/** Half a second to two minutes: outside, maximum power is not a human's. */
const SHORTEST_OFFSET_S = 0.5;
const LONGEST_OFFSET_S = 120;
const STEPS = 200;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

export type ThreeParameterCriticalPower = {
  readonly criticalPowerW: number;
  readonly wPrimeJ: number;
  readonly maximumPowerW: number;
};

export function threeParameterCriticalPower(
  efforts: readonly Effort[],
): ThreeParameterCriticalPower | null {
  const used = efforts.filter(({ durationS }) => durationS <= LONGEST_S);
  if (new Set(used.map(({ durationS }) => durationS)).size < MIN_EFFORTS) return null;
  const offset = bestOffset(used);
  const line = fitAt(used, offset);
  if (line === null || line.slope <= 0) return null;
  return {
    criticalPowerW: line.intercept,
    wPrimeJ: line.slope,
    maximumPowerW: line.intercept + line.slope / offset,
  };
}

/** The best power for a time by the three-parameter model, in W. */
export function threeParameterCurve(
  { criticalPowerW, wPrimeJ, maximumPowerW }: ThreeParameterCriticalPower,
  durationS: number,
): number {
  return wPrimeJ / (durationS + wPrimeJ / (maximumPowerW - criticalPowerW)) + criticalPowerW;
}

/** A coarse look over all offsets, then the golden section around the best. */
function bestOffset(efforts: readonly Effort[]): number {
  const ratio = (LONGEST_OFFSET_S / SHORTEST_OFFSET_S) ** (1 / STEPS);
  let best = SHORTEST_OFFSET_S;
  for (let i = 0, k = SHORTEST_OFFSET_S; i <= STEPS; i++, k *= ratio) {
    if (squaredError(efforts, k) < squaredError(efforts, best)) best = k;
  }
  let low = best / ratio;
  let high = best * ratio;
  while (high - low > 1e-9 * best) {
    const left = high - GOLDEN * (high - low);
    const right = low + GOLDEN * (high - low);
    if (squaredError(efforts, left) < squaredError(efforts, right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

function fitAt(efforts: readonly Effort[], offsetS: number) {
  return linearFit(
    efforts.map(({ durationS }) => 1 / (durationS + offsetS)),
    efforts.map(({ powerW }) => powerW),
  );
}

function squaredError(efforts: readonly Effort[], offsetS: number): number {
  const line = fitAt(efforts, offsetS);
  if (line === null) return Number.POSITIVE_INFINITY;
  return efforts.reduce((sum, { durationS, powerW }) => {
    const error = powerW - line.intercept - line.slope / (durationS + offsetS);
    return sum + error * error;
  }, 0);
}
