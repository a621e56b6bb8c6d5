/**
 * How often a device wrote: the median step between its records.
 * SIG-1: a step beyond four medians is a recording gap.
 * Reference: sauce4strava's gap rule (science.md 0).
 * Valid: two records or more; steps of 0 (several records in one second) are not counted.
 */
export const GAP_FACTOR = 4;

export type RecordingInterval = {
  readonly medianS: number;
  /** A quarter of the steps are longer. */
  readonly upperQuartileS: number;
};

/** Null with fewer than two distinct times. */
export function recordingInterval(timeS: Float64Array): RecordingInterval | null {
  const steps = new Float64Array(timeS.length);
  let count = 0;
  for (let i = 1; i < timeS.length; i++) {
    const step = (timeS[i] as number) - (timeS[i - 1] as number);
    if (step > 0) steps[count++] = step;
  }
  if (count === 0) return null;
  const sorted = steps.subarray(0, count).sort();
  return {
    medianS: sorted[count >> 1] as number,
    upperQuartileS: sorted[(count * 3) >> 2] as number,
  };
}
