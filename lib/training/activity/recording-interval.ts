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

/** Steps of devices are nearly always whole seconds below this; the others are sorted. */
const COUNTED_S = 256;

/** Null with fewer than two distinct times. */
export function recordingInterval(timeS: Float64Array): RecordingInterval | null {
  const counts = new Uint32Array(COUNTED_S);
  const others: number[] = [];
  let count = 0;
  for (let i = 1; i < timeS.length; i++) {
    const step = (timeS[i] as number) - (timeS[i - 1] as number);
    if (!(step > 0)) continue;
    count++;
    if (step < COUNTED_S && Number.isInteger(step)) counts[step] = (counts[step] as number) + 1;
    else others.push(step);
  }
  if (count === 0) return null;
  others.sort((a, b) => a - b);
  const at = (rank: number) => valueAt(counts, others, rank);
  return { medianS: at(count >> 1), upperQuartileS: at((count * 3) >> 2) };
}

/** The value at a rank, 0 the smallest, of whole numbers that were counted and sorted others. */
function valueAt(counts: Uint32Array, others: readonly number[], rank: number): number {
  let before = 0;
  let next = 0;
  for (let step = 0; step < counts.length; step++) {
    for (; next < others.length && (others[next] as number) < step; next++) {
      if (before++ === rank) return others[next] as number;
    }
    before += counts[step] as number;
    if (before > rank) return step;
  }
  return others[next + rank - before] as number;
}
