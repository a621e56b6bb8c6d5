/**
 * The three best of many curves at the usual lengths of time, each of another activity.
 * MMC-5: the largest values at 5 s, 1, 5, 20 and 60 min, in falling order.
 * Reference: definition.
 * Valid: curves on CURVE_DURATIONS_S; a duration that none has is left out.
 */
import type { StoredBests } from "./curve-envelope";
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";

export const RECORD_DURATIONS_S = [5, 60, 300, 1200, 3600] as const;
const PLACES = 3;

export type TopMeans<Curve extends StoredBests> = {
  readonly durationS: number;
  readonly places: readonly { readonly curve: Curve; readonly value: number }[];
};

export function topMeans<Curve extends StoredBests>(curves: readonly Curve[]): TopMeans<Curve>[] {
  return RECORD_DURATIONS_S.flatMap((durationS) => {
    const knot = CURVE_DURATIONS_S.indexOf(durationS);
    const places = curves
      .map((curve) => ({ curve, value: curve.bests[knot] ?? Number.NaN }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value)
      .slice(0, PLACES);
    return places.length > 0 ? [{ durationS, places }] : [];
  });
}
