/**
 * The load by feeling: how hard it was, times how long.
 * HR-3, HR-5: CR10 x minutes, scaled so that one hour at 8 of 10 is 100.
 * Reference: Foster et al. 2001 for the product; the scale to 100 is a convention of this product.
 * Valid: CR10 from 1 to 10 asked about 30 minutes after the session; null outside.
 */
/** An hour at threshold is felt as about 8 of 10. */
const THRESHOLD_HOUR_RPE = 8;

export function sessionRpeLoad(durationS: number, rpe: number): number | null {
  if (!(rpe > 0 && rpe <= 10)) return null;
  return ((rpe * (durationS / 60)) / (THRESHOLD_HOUR_RPE * 60)) * 100;
}
