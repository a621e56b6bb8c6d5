/**
 * Largest triangle three buckets: fewer points, the same picture. Each bucket keeps the
 * sample that spans the largest triangle with its neighbours, so peaks stay peaks.
 * Formula: S. Steinarsson, "Downsampling Time Series for Visual Representation" (2013), ch. 4.2.
 * Valid for: drawing. Never for averages or any other number: the kept samples are extremes.
 */
import type { Channel } from "./activity-types";

/** A line ready to draw: ascending seconds since the start, `null` where the line breaks. */
export type DrawnLine = {
  readonly timeS: readonly number[];
  readonly values: readonly (number | null)[];
};

type Run = { readonly fromS: number; readonly toS: number };

/** A stretch this much narrower than the drawing's own resolution cannot be seen. */
const GAP_BUCKETS = 1;
const MIN_POINTS_PER_RUN = 2;

/**
 * About `points` points of `channel` between `fromS` (included) and `toS` (excluded).
 * Seconds without a value stay a gap unless the gap is narrower than one bucket, which a
 * screen of `points` pixels cannot show. Throws RangeError for fewer than 3 points.
 */
export function largestTriangleThreeBuckets(
  channel: Channel,
  points: number,
  fromS = 0,
  toS: number = channel.values.length,
): DrawnLine {
  if (!(points >= 3)) throw new RangeError(`At least 3 points are needed, not ${points}.`);
  const from = Math.max(0, Math.floor(fromS));
  const to = Math.min(channel.values.length, Math.ceil(toS));
  const bucketS = Math.max(1, (to - from) / points);
  const runs = runsOf(channel, from, to, GAP_BUCKETS * bucketS);
  const seconds = indicesOf(channel, from, to);
  const timeS: number[] = [];
  const values: (number | null)[] = [];
  let cursor = 0;
  for (const run of runs) {
    const start = cursor;
    while (cursor < seconds.length && (seconds[cursor] as number) <= run.toS) cursor++;
    if (timeS.length > 0) {
      timeS.push(run.fromS - 1);
      values.push(null);
    }
    const share = Math.round((points * (cursor - start)) / seconds.length);
    for (const second of keep(
      channel,
      seconds.subarray(start, cursor),
      Math.max(share, MIN_POINTS_PER_RUN),
    )) {
      timeS.push(second);
      values.push(channel.values[second] as number);
    }
  }
  return { timeS, values };
}

/** The seconds that carry a value, in order. */
function indicesOf(channel: Channel, from: number, to: number): Int32Array {
  const indices = new Int32Array(Math.max(0, to - from));
  let count = 0;
  for (let second = from; second < to; second++) {
    if (channel.valid[second] === 1) indices[count++] = second;
  }
  return indices.subarray(0, count);
}

/** Stretches of values, joined across gaps of at most `bridgeS` seconds. */
function runsOf(channel: Channel, from: number, to: number, bridgeS: number): Run[] {
  const runs: Run[] = [];
  let start = -1;
  let last = -1;
  for (let second = from; second < to; second++) {
    if (channel.valid[second] !== 1) continue;
    if (start >= 0 && second - last - 1 > bridgeS) {
      runs.push({ fromS: start, toS: last });
      start = second;
    }
    if (start < 0) start = second;
    last = second;
  }
  if (start >= 0) runs.push({ fromS: start, toS: last });
  return runs;
}

/** The algorithm itself: `count` of `seconds`, the first and the last always among them. */
function keep(
  channel: Channel,
  seconds: Int32Array,
  count: number,
): ArrayLike<number> & Iterable<number> {
  const length = seconds.length;
  if (length <= count || count < 3) {
    return length <= count
      ? seconds
      : Int32Array.of(seconds[0] as number, seconds[length - 1] as number);
  }
  const kept = new Int32Array(count);
  kept[0] = seconds[0] as number;
  kept[count - 1] = seconds[length - 1] as number;
  const width = (length - 2) / (count - 2);
  let previous = 0;
  for (let bucket = 0; bucket < count - 2; bucket++) {
    const start = Math.floor(bucket * width) + 1;
    const end = Math.floor((bucket + 1) * width) + 1;
    const nextEnd = Math.min(Math.floor((bucket + 2) * width) + 1, length);
    previous = largest(channel, seconds, previous, start, end, nextEnd);
    kept[bucket + 1] = seconds[previous] as number;
  }
  return kept;
}

/** Position in [start, end) with the largest triangle to `previous` and the mean of [end, nextEnd). */
function largest(
  channel: Channel,
  seconds: Int32Array,
  previous: number,
  start: number,
  end: number,
  nextEnd: number,
): number {
  let meanT = 0;
  let meanV = 0;
  for (let i = end; i < nextEnd; i++) {
    const second = seconds[i] as number;
    meanT += second;
    meanV += channel.values[second] as number;
  }
  meanT /= nextEnd - end;
  meanV /= nextEnd - end;
  const t0 = seconds[previous] as number;
  const v0 = channel.values[t0] as number;
  let best = start;
  let bestArea = -1;
  for (let i = start; i < end; i++) {
    const t = seconds[i] as number;
    const area = Math.abs(
      (t0 - meanT) * ((channel.values[t] as number) - v0) - (t0 - t) * (meanV - v0),
    );
    if (area > bestArea) {
      bestArea = area;
      best = i;
    }
  }
  return best;
}
