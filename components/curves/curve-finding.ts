import { CURVE_DURATIONS_S } from "@/lib/training/capacity/mean-maximal-curve";
import { RECORD_DURATIONS_S } from "@/lib/training/capacity/top-means";
import type { CurveLook } from "./curve-look";
import { durationWords } from "./duration-words";

type Compared = { readonly durationS: number; readonly value: number; readonly share: number };

/**
 * What an activity's curve says against the best of other days: "New best of the 42 days before:
 * 212 W over 20 min." or how near it came.
 * @param span "the 42 days before", "the days from 1 Jan 2026 to 31 Mar 2026".
 * @param isBefore that span ends with the activity, so that more than its best is a new one.
 */
export function curveFinding(
  bests: ArrayLike<number>,
  reference: ArrayLike<number>,
  look: CurveLook,
  span: string,
  isBefore = true,
): string {
  const compared = comparedAt(bests, reference);
  if (reference.length === 0) return `Nothing to hold it against in ${span}.`;
  const first = compared[0];
  if (first === undefined) return `Too short to be held against ${span}.`;
  const records = compared.filter(({ share }) => share > 1);
  if (records.length > 0) {
    const named = records.map(
      ({ durationS, value }) => `${look.text(value)} over ${durationWords(durationS)}`,
    );
    const start = isBefore ? `New ${look.bestWord}` : `Above the ${look.bestWord}`;
    return `${start} of ${span}: ${listed(named)}.`;
  }
  const nearest = compared.reduce((best, one) => (one.share > best.share ? one : best), first);
  const share = Math.floor(nearest.share * 100);
  return `Nearest to the ${look.bestWord} of ${span} over ${durationWords(nearest.durationS)}: ${look.text(nearest.value)}, ${share} % of it.`;
}

function comparedAt(bests: ArrayLike<number>, reference: ArrayLike<number>): Compared[] {
  return RECORD_DURATIONS_S.flatMap((durationS) => {
    const knot = CURVE_DURATIONS_S.indexOf(durationS);
    const [value, best] = [bests[knot] ?? Number.NaN, reference[knot] ?? Number.NaN];
    return value > 0 && best > 0 ? [{ durationS, value, share: value / best }] : [];
  });
}

/** "a, b and c". */
function listed(parts: readonly string[]): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
