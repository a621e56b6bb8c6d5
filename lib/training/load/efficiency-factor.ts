/**
 * Output per heart beat a minute: rises as aerobic fitness does.
 * NP-2: NP / average heart rate (W/bpm); on a run normalized graded speed in m/min / heart rate.
 * Reference: Friel, "efficiency factor" (science.md 1 and 16).
 * Valid: comparable between steady sessions of one sport; null without heart rate.
 */
export function efficiencyFactor(output: number, averageHeartRateBpm: number): number | null {
  return averageHeartRateBpm > 0 ? output / averageHeartRateBpm : null;
}
