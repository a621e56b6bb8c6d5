/**
 * What the last weeks keep of the best of a longer time.
 * MMC-4: recent best / reference best at 5 s, 1, 5, 20 and 60 min.
 * Reference: the durations of quantified-self (science.md 15).
 * Valid: both known at the duration; the recent time lies within the longer one, so 1 is the most.
 */
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";

export const RETENTION_DURATIONS_S = [5, 60, 300, 1200, 3600] as const;

export type Retention = {
  readonly durationS: number;
  readonly recent: number;
  readonly reference: number;
  /** 0 to 1. */
  readonly share: number;
};

export function curveRetention(
  recent: ArrayLike<number>,
  reference: ArrayLike<number>,
): Retention[] {
  return RETENTION_DURATIONS_S.flatMap((durationS) => {
    const knot = CURVE_DURATIONS_S.indexOf(durationS);
    const [now, best] = [recent[knot] ?? Number.NaN, reference[knot] ?? Number.NaN];
    return now > 0 && best > 0
      ? [{ durationS, recent: now, reference: best, share: now / best }]
      : [];
  });
}
