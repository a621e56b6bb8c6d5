import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import type { CurveLook } from "./curve-look";
import { durationWords } from "./duration-words";

/** A power curve of what was ridden after so much work. */
export type TiredCurve = { readonly afterKjPerKg: number; readonly bests: ArrayLike<number> };

const TOLD_S = [300, 60, 5];

/**
 * How much was left after the most work: "After 30 kJ/kg: 230 W over 5 min, 92 % of the best
 * of the whole ride."
 * @param whole what the fresh curve is of, "the whole ride", "the 90 days".
 */
export function durabilityFinding(
  fresh: ArrayLike<number>,
  tired: readonly TiredCurve[],
  look: CurveLook,
  whole: string,
): string {
  for (const durationS of TOLD_S) {
    const knot = CURVE_DURATIONS_S.indexOf(durationS);
    const best = fresh[knot] ?? Number.NaN;
    const deepest = tired.findLast(({ bests }) => (bests[knot] ?? 0) > 0);
    if (deepest === undefined || !(best > 0)) continue;
    const left = deepest.bests[knot] as number;
    const start = `After ${deepest.afterKjPerKg} kJ/kg: ${look.text(left)} over ${durationWords(durationS)}`;
    return left >= best
      ? `${start}, the best of ${whole}.`
      : `${start}, ${Math.floor((left / best) * 100)} % of the best of ${whole}.`;
  }
  return "Too little was ridden after the work to be told.";
}
