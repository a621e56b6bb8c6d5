/**
 * The load of a run by its pace on the flat: one hour at threshold pace is 100.
 * RUN-3: seconds x NGS x IF / (threshold x 3600) x 100, in speeds (m/s), never in min/km.
 * Reference: McGregor's rTSS as TrainingPeaks describes it (science.md 2).
 * Valid: threshold speed of the day of the run, above 0.
 */
export function runningStressScore(
  durationS: number,
  gradedSpeedMps: number,
  thresholdSpeedMps: number,
): number {
  const factor = gradedSpeedMps / thresholdSpeedMps;
  return ((durationS * gradedSpeedMps * factor) / (thresholdSpeedMps * 3600)) * 100;
}
