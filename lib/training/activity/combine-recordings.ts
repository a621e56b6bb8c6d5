/**
 * One activity out of several recordings of it: one gives the clock, each field comes from one.
 * SIG-8: the fullest whole recording gives start, duration, pauses and laps; a field comes from it
 * unless it lacks the field, or another covers clearly more of the activity.
 * Reference: science.md 0 (one canonical activity with per-field provenance).
 * Valid: recordings of the same activity on clocks that agree; the result does not depend on their order.
 */
import type {
  Channel,
  ChannelName,
  DeviceValues,
  RawSamples,
  RecordedActivity,
  Streams,
} from "./activity-types";
import {
  FIELD_CHANNELS,
  type FieldCoverage,
  fieldCoverage,
  RECORDED_FIELDS,
  type RecordedField,
} from "./field-coverage";
import { inferPauses } from "./infer-pauses";
import { resampleToOneHertz } from "./resample-to-one-hertz";

export type Recording = {
  /** The same for the same recording, whenever it was imported: breaks ties. */
  readonly key: string;
  /** The file ends early: it serves only where there is no whole one. */
  readonly isPartial: boolean;
  readonly recorded: RecordedActivity;
};

/** The clock: start, duration, pauses, laps. */
export type CombinedField = "clock" | RecordedField;

/** Which recording a field was taken from, and why in one sentence. */
export type FieldWin = {
  readonly field: CombinedField;
  readonly key: string;
  readonly code: "clock" | "only" | "covers_more" | "with_clock";
  readonly text: string;
};

export type CombinedRecording = {
  readonly baseKey: string;
  readonly recorded: RecordedActivity;
  readonly wins: readonly FieldWin[];
  /** Seconds with a value, per recording and field. */
  readonly coverage: ReadonlyMap<string, FieldCoverage>;
};

/** Another recording must cover this much more of the activity to win a field: a tenth. */
const CLEARLY_MORE = 0.1;
/** A field counts for the choice of the clock when half of the activity has it. */
const COUNTS_FROM = 0.5;

/** What a device works out follows the channel it worked it out of. */
const HEART_RATE_VALUES: readonly (keyof DeviceValues)[] = [
  "avgHeartRateBpm",
  "maxHeartRateBpm",
  "thresholdHeartRateBpm",
  "maxHeartRateSettingBpm",
  "restingHeartRateBpm",
  "heartRateZoneSeconds",
  "heartRateZoneBoundariesBpm",
];
const POWER_VALUES: readonly (keyof DeviceValues)[] = [
  "avgPowerW",
  "maxPowerW",
  "normalizedPowerW",
  "trainingStressScore",
  "intensityFactor",
  "ftpW",
  "workJ",
  "powerZoneSeconds",
  "powerZoneBoundariesW",
];

const SPEED_VALUES: readonly (keyof DeviceValues)[] = ["avgSpeedMps", "maxSpeedMps"];
const CADENCE_VALUES: readonly (keyof DeviceValues)[] = ["avgCadenceRpm"];

type Prepared = Recording & {
  readonly streams: Streams;
  readonly coverage: FieldCoverage;
};

/** Throws RangeError without any recording. */
export function combineRecordings(recordings: readonly Recording[]): CombinedRecording {
  const prepared = recordings.map(prepare).sort(byClockFitness);
  const [base] = prepared;
  if (!base) throw new RangeError("There is no recording to take anything from.");
  const usable = prepared.filter((one) => one === base || !one.isPartial);
  const wins: FieldWin[] = [clockWin(base, prepared)];
  const winners = new Map<RecordedField, Prepared>();
  for (const field of RECORDED_FIELDS) {
    const found = winnerOf(field, base, usable);
    if (found === null) continue;
    winners.set(field, found.winner);
    wins.push(found.win);
  }
  return {
    baseKey: base.key,
    recorded: combined(base, usable, winners),
    wins,
    coverage: new Map(prepared.map(({ key, coverage }) => [key, coverage])),
  };
}

function prepare(recording: Recording): Prepared {
  const { samples, elapsedS, timerS, pauses } = recording.recorded;
  const known = pauses.length > 0 ? pauses : inferPauses(samples.timeS, elapsedS, timerS);
  const streams = resampleToOneHertz(samples, elapsedS, known);
  return { ...recording, streams, coverage: fieldCoverage(streams) };
}

/** Whole before partial, then the one that recorded most, then the longest; keys break the tie. */
function byClockFitness(a: Prepared, b: Prepared): number {
  return (
    Number(a.isPartial) - Number(b.isPartial) ||
    fieldCount(b) - fieldCount(a) ||
    b.recorded.timerS - a.recorded.timerS ||
    (a.key < b.key ? -1 : 1)
  );
}

function fieldCount({ coverage, streams }: Prepared): number {
  return Object.values(coverage).filter((seconds) => seconds >= COUNTS_FROM * streams.lengthS)
    .length;
}

function clockWin(base: Prepared, all: readonly Prepared[]): FieldWin {
  const others = all.filter((one) => one !== base);
  const isOnlyWhole = !base.isPartial && others.length > 0 && others.every((one) => one.isPartial);
  const isFullest = others.every((other) => fieldCount(other) < fieldCount(base));
  const text = isOnlyWhole
    ? "The only recording that is whole."
    : isFullest
      ? "The recording with the most kinds of data."
      : "As full as the other one, and not shorter.";
  return { field: "clock", key: base.key, code: "clock", text };
}

function winnerOf(
  field: RecordedField,
  base: Prepared,
  usable: readonly Prepared[],
): { winner: Prepared; win: FieldWin } | null {
  const having = usable.filter((one) => one.coverage[field] !== undefined);
  const [first] = having;
  if (!first) return null;
  const win = (winner: Prepared, code: FieldWin["code"], text: string) => ({
    winner,
    win: { field, key: winner.key, code, text },
  });
  if (having.length === 1) return win(first, "only", "No other recording has it.");
  const lengthS = Math.max(1, base.streams.lengthS);
  const share = (one: Prepared) => Math.min(1, (one.coverage[field] ?? 0) / lengthS);
  const best = having.reduce((most, one) => (share(one) > share(most) ? one : most), first);
  if (base.coverage[field] !== undefined && share(best) - share(base) <= CLEARLY_MORE) {
    return win(base, "with_clock", "Recorded together with the time; no other covers more.");
  }
  const runnerUp = Math.max(...having.filter((one) => one !== best).map(share));
  const text = `Covers ${percent(share(best))} of the activity, the next ${percent(runnerUp)}.`;
  return win(best, "covers_more", text);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** The base itself, untouched, when every field is its own. */
function combined(
  base: Prepared,
  usable: readonly Prepared[],
  winners: ReadonlyMap<RecordedField, Prepared>,
): RecordedActivity {
  const { recorded } = base;
  const foreign = [...winners].filter(([, winner]) => winner !== base).map(([field]) => field);
  const others = usable.filter((one) => one !== base).map((one) => one.recorded);
  const first = <Value>(value: (one: RecordedActivity) => Value | null): Value | null =>
    [recorded, ...others].map(value).find((found) => found !== null) ?? null;
  const distance = winners.get("speed")?.recorded.distanceM;
  const workout = first((one) => one.workout ?? null);
  return {
    ...recorded,
    title: first((one) => one.title),
    utcOffsetS: first((one) => one.utcOffsetS),
    distanceM: distance ?? first((one) => one.distanceM),
    poolLengthM: first((one) => one.poolLengthM),
    lengths: recorded.lengths.length > 0 ? recorded.lengths : moved(base, usable, "lengths"),
    sets: recorded.sets.length > 0 ? recorded.sets : moved(base, usable, "sets"),
    ...(workout === null ? {} : { workout }),
    deviceValues: deviceValues(base, usable, winners),
    samples: foreign.length === 0 ? recorded.samples : combinedSamples(base, winners),
    notes: foreign.length === 0 ? recorded.notes : [...recorded.notes, combinedNote(usable)],
  };
}

function combinedNote(usable: readonly Prepared[]): RecordedActivity["notes"][number] {
  return {
    code: "combined_recordings",
    severity: "info",
    text: `Combined from ${usable.length} recordings of the same activity; each value comes from the one that has it best.`,
  };
}

/** Pool lengths or sets of the first other recording that has some, on the base's clock. */
function moved<Name extends "lengths" | "sets">(
  base: Prepared,
  usable: readonly Prepared[],
  name: Name,
): RecordedActivity[Name] {
  const other = usable.find((one) => one.recorded[name].length > 0);
  if (!other) return base.recorded[name];
  const laterS = other.recorded.startEpochS - base.recorded.startEpochS;
  const parts: readonly { startS: number }[] = other.recorded[name];
  return parts.map((part) => ({
    ...part,
    startS: part.startS + laterS,
  })) as unknown as RecordedActivity[Name];
}

function deviceValues(
  base: Prepared,
  usable: readonly Prepared[],
  winners: ReadonlyMap<RecordedField, Prepared>,
): DeviceValues {
  const inOrder = [base, ...usable.filter((one) => one !== base)];
  const values: Record<string, unknown> = {};
  for (const one of inOrder.toReversed()) Object.assign(values, one.recorded.deviceValues);
  for (const [field, keys] of [
    ["heartRate", HEART_RATE_VALUES],
    ["power", POWER_VALUES],
    ["speed", SPEED_VALUES],
    ["cadence", CADENCE_VALUES],
  ] as const) {
    const winner = winners.get(field);
    if (!winner || winner === base) continue;
    for (const key of keys) {
      const value = winner.recorded.deviceValues[key];
      if (value !== undefined) values[key] = value;
    }
  }
  return values as DeviceValues;
}

/** One record a second on the base's clock, wherever the base has one. */
function combinedSamples(
  base: Prepared,
  winners: ReadonlyMap<RecordedField, Prepared>,
): RawSamples {
  const columns: { name: ChannelName; channel: Channel; laterS: number }[] = [];
  for (const field of RECORDED_FIELDS) {
    const winner = winners.get(field);
    if (!winner) continue;
    const laterS = Math.round(winner.recorded.startEpochS - base.recorded.startEpochS);
    for (const name of FIELD_CHANNELS[field]) {
      const channel = winner.streams.channels[name];
      if (channel) columns.push({ name, channel, laterS });
    }
  }
  const seconds = recordedSeconds(base.streams, columns);
  const channels: { [Name in ChannelName]?: Float64Array } = {};
  for (const { name, channel, laterS } of columns) {
    channels[name] = seconds.map((second) => {
      const s = second - laterS;
      return channel.valid[s] === 1 ? (channel.values[s] as number) : Number.NaN;
    });
  }
  return { timeS: seconds, channels };
}

/** Seconds of which the base has a record; of one without records, those of the others. */
function recordedSeconds(
  { lengthS, channels }: Streams,
  columns: readonly { channel: Channel; laterS: number }[],
): Float64Array {
  const own = Object.values(channels).map((channel) => ({ channel, laterS: 0 }));
  const asked = own.length > 0 ? own : columns;
  const seconds: number[] = [];
  for (let s = 0; s < lengthS; s++) {
    if (asked.some(({ channel, laterS }) => channel.valid[s - laterS] === 1)) seconds.push(s);
  }
  return Float64Array.from(seconds);
}
