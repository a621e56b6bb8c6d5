/**
 * What a stretch of an activity was like: the means that a person reads off a selection.
 * Formula: plain means over the recorded seconds while the timer ran; power counts coasting
 * zeros (SIG-2, SIG-3), cadence only turning seconds, as devices do.
 * Source: science.md 0. Valid for: any stretch; what was not recorded is null.
 */
import type { Channel, Streams } from "./activity-types";

export type RangeAverages = {
  readonly fromS: number;
  readonly toS: number;
  /** Seconds of the stretch in which the timer ran. */
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly powerW: number | null;
  readonly heartRateBpm: number | null;
  readonly maxHeartRateBpm: number | null;
  /** Distance by timer time; the mean of recorded speed where no distance was recorded. */
  readonly speedMps: number | null;
  readonly cadenceRpm: number | null;
  readonly altitudeChangeM: number | null;
};

/** Averages of [fromS, toS), cut to the recording. */
export function rangeAverages(streams: Streams, fromS: number, toS: number): RangeAverages {
  const from = Math.max(0, Math.floor(fromS));
  const to = Math.max(from, Math.min(streams.lengthS, Math.ceil(toS)));
  const { channels, timerOn } = streams;
  let timerS = 0;
  for (let i = from; i < to; i++) timerS += timerOn[i] === 1 ? 1 : 0;
  const mean = (channel: Channel | undefined, counts?: (value: number) => boolean) =>
    meanOf(channel, timerOn, from, to, counts);
  const distanceM = changeOf(channels.distanceM, from, to);
  const speedMps = distanceM !== null && timerS > 0 ? distanceM / timerS : mean(channels.speedMps);
  return {
    fromS: from,
    toS: to,
    timerS,
    distanceM,
    powerW: mean(channels.powerW),
    heartRateBpm: mean(channels.heartRateBpm),
    maxHeartRateBpm: maxOf(channels.heartRateBpm, from, to),
    speedMps,
    cadenceRpm: mean(channels.cadenceRpm, (value) => value > 0),
    altitudeChangeM: changeOf(channels.altitudeM, from, to),
  };
}

function meanOf(
  channel: Channel | undefined,
  timerOn: Uint8Array,
  from: number,
  to: number,
  counts: (value: number) => boolean = () => true,
): number | null {
  if (channel === undefined) return null;
  let sum = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    if (channel.valid[i] !== 1 || timerOn[i] !== 1) continue;
    const value = channel.values[i] as number;
    if (!counts(value)) continue;
    sum += value;
    count++;
  }
  return count === 0 ? null : sum / count;
}

function maxOf(channel: Channel | undefined, from: number, to: number): number | null {
  if (channel === undefined) return null;
  let max: number | null = null;
  for (let i = from; i < to; i++) {
    if (channel.valid[i] !== 1) continue;
    const value = channel.values[i] as number;
    if (max === null || value > max) max = value;
  }
  return max;
}

/** Last recorded value minus the first; the value just before the stretch is where it starts. */
function changeOf(channel: Channel | undefined, from: number, to: number): number | null {
  if (channel === undefined) return null;
  let first = from > 0 && channel.valid[from - 1] === 1 ? from - 1 : from;
  while (first < to && channel.valid[first] !== 1) first++;
  let last = to - 1;
  while (last > first && channel.valid[last] !== 1) last--;
  if (first >= to || last <= first) return null;
  return (channel.values[last] as number) - (channel.values[first] as number);
}
