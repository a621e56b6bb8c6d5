/**
 * Heart rate variability and resting heart rate in one number: 1.0 is the athlete's own normal.
 * RI-1: (HRV / 7-day HRV) / (RHR / 7-day RHR).
 * Reference: Section 11 protocol (science.md 11): 0.8 and more good, 0.6-0.79 moderate, below deload.
 * Valid: all four above 0, else null.
 */
export function recoveryIndex(
  hrvMs: number | null,
  hrvMeanMs: number | null,
  restingHrBpm: number | null,
  restingHrMeanBpm: number | null,
): number | null {
  if (!hrvMs || !hrvMeanMs || !restingHrBpm || !restingHrMeanBpm) return null;
  return hrvMs / hrvMeanMs / (restingHrBpm / restingHrMeanBpm);
}
