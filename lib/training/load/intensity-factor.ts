/**
 * How hard an hour of this would be: 1.0 is threshold.
 * NP-2: NP / FTP (rides) or normalized graded speed / threshold speed (runs).
 * Reference: Coggan, in Allen & Coggan (2003).
 * Valid: thresholds of the activity's own day, above 0.
 */
export function intensityFactor(output: number, threshold: number): number {
  return output / threshold;
}
