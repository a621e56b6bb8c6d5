/**
 * Puts irregular records on a grid of one value per second, so that every metric can count seconds.
 * SIG-1: a record holds until the next one; beyond a cap (or in a pause) there is no value.
 * Reference: science.md 0; hold of smart recording as the devices do it (fr110: every 4 s, up to 52 s).
 * Valid: activities up to seven days; records must ascend in time.
 */
import {
  CHANNEL_NAMES,
  type Channel,
  type ChannelName,
  type RawSamples,
  type Streams,
  type TimerPause,
} from "./activity-types";
import { GAP_FACTOR, recordingInterval } from "./recording-interval";

export const MAX_ACTIVITY_S = 7 * 86_400;
/** Devices that write on change only ("smart recording") take 2 s or more for a quarter of their steps. */
const SMART_RECORDING_S = 2;
const SMART_HOLD_S = 60;
/** Holes up to here are bridged in every file: devices leave them and still count the time. */
const MIN_HOLD_S = 10;

/** Quantities that move on between two records; the others keep their value. */
const INTERPOLATED: ReadonlySet<ChannelName> = new Set([
  "distanceM",
  "altitudeM",
  "latitudeDeg",
  "longitudeDeg",
]);
/** Single precision is not enough for a position or a long distance. */
const DOUBLE_PRECISION: ReadonlySet<ChannelName> = new Set([
  "distanceM",
  "latitudeDeg",
  "longitudeDeg",
]);

const NO_RECORD = -1;

/**
 * 1 Hz streams from the records. Channels without one value are left out.
 * Length covers the last record and the elapsed time, whichever is later.
 */
export function resampleToOneHertz(
  raw: RawSamples,
  elapsedS: number,
  pauses: readonly TimerPause[],
): Streams {
  const lengthS = streamLength(raw.timeS, elapsedS);
  const timerOn = timerMask(lengthS, pauses);
  const record = recordOfSecond(raw.timeS, lengthS, timerOn);
  const channels: { -readonly [Name in ChannelName]?: Channel } = {};
  for (const name of CHANNEL_NAMES) {
    const values = raw.channels[name];
    const channel = values && fillChannel(name, values, raw.timeS, record);
    if (channel) channels[name] = channel;
  }
  return { lengthS, timerOn, channels };
}

function streamLength(timeS: Float64Array, elapsedS: number): number {
  let last = timeS.length - 1;
  while (last >= 0 && (timeS[last] as number) >= MAX_ACTIVITY_S) last--;
  const recorded = last < 0 ? 0 : Math.floor(timeS[last] as number) + 1;
  const stated = elapsedS > 0 && elapsedS <= MAX_ACTIVITY_S ? Math.floor(elapsedS) : 0;
  return Math.max(recorded, stated);
}

function timerMask(lengthS: number, pauses: readonly TimerPause[]): Uint8Array {
  const timerOn = new Uint8Array(lengthS).fill(1);
  for (const pause of pauses) {
    timerOn.fill(0, Math.max(0, Math.round(pause.fromS)), Math.max(0, Math.round(pause.toS)));
  }
  return timerOn;
}

/** For each second the record that holds then, or -1. */
function recordOfSecond(timeS: Float64Array, lengthS: number, timerOn: Uint8Array): Int32Array {
  const step = recordingInterval(timeS);
  const interval = step?.medianS ?? 1;
  const isSmart = step !== null && step.upperQuartileS >= SMART_RECORDING_S;
  const holdS = Math.max(GAP_FACTOR * interval, isSmart ? SMART_HOLD_S : MIN_HOLD_S);
  const record = new Int32Array(lengthS).fill(NO_RECORD);
  for (let i = 0; i < timeS.length; i++) {
    const from = Math.floor(timeS[i] as number);
    if (from < 0 || from >= lengthS) continue;
    const next = i + 1 < timeS.length ? Math.floor(timeS[i + 1] as number) : from + 1;
    const isGap = next - from > holdS;
    const to = Math.min(lengthS, Math.max(from + 1, isGap ? from + Math.ceil(interval) : next));
    record[from] = i;
    for (let s = from + 1; s < to && timerOn[s] === 1; s++) record[s] = i;
  }
  return record;
}

function fillChannel(
  name: ChannelName,
  raw: Float64Array,
  timeS: Float64Array,
  record: Int32Array,
): Channel | undefined {
  const lengthS = record.length;
  const values = DOUBLE_PRECISION.has(name) ? new Float64Array(lengthS) : new Float32Array(lengthS);
  const valid = new Uint8Array(lengthS);
  const isInterpolated = INTERPOLATED.has(name);
  let count = 0;
  for (let s = 0; s < lengthS; s++) {
    const i = withValue(raw, timeS, record[s] as number);
    if (i === NO_RECORD) continue;
    const value = raw[i] as number;
    values[s] = isInterpolated ? between(raw, timeS, i, s) : value;
    valid[s] = 1;
    count++;
  }
  return count > 0 ? { values, valid } : undefined;
}

/** The record itself, or an earlier one of the same second that has the value. */
function withValue(raw: Float64Array, timeS: Float64Array, record: number): number {
  if (record === NO_RECORD) return NO_RECORD;
  const second = Math.floor(timeS[record] as number);
  for (let i = record; i >= 0 && Math.floor(timeS[i] as number) === second; i--) {
    if (!Number.isNaN(raw[i] as number)) return i;
  }
  return NO_RECORD;
}

function between(raw: Float64Array, timeS: Float64Array, i: number, second: number): number {
  const value = raw[i] as number;
  const start = timeS[i] as number;
  if (second <= start || i + 1 >= timeS.length) return value;
  const next = raw[i + 1] as number;
  const end = timeS[i + 1] as number;
  if (Number.isNaN(next) || second >= end) return value;
  return value + ((next - value) * (second - start)) / (end - start);
}
