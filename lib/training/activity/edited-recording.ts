/**
 * A recording as the athlete wants it analysed: other sport and effort, sensors and stretches left out.
 * Formula: none. A stretch left out is a gap in which the timer stood still and no ground was covered.
 * Reference: none, a rule of this product.
 * Valid: the recording as read from its file; laps stay as the device counted them.
 */
import type { EffectiveFacts, Sensor, Stretch } from "./activity-edit";
import type {
  ChannelName,
  QualityNote,
  RawSamples,
  RecordedActivity,
  TimerPause,
} from "./activity-types";
import { timerPauses } from "./timer-pauses";

const CHANNELS_OF: Readonly<Record<Sensor, readonly ChannelName[]>> = {
  power: ["powerW"],
  heart_rate: ["heartRateBpm"],
  cadence: ["cadenceRpm"],
  speed: ["speedMps", "distanceM"],
  altitude: ["altitudeM"],
  position: ["latitudeDeg", "longitudeDeg"],
  temperature: ["temperatureC"],
};

const SENSOR_WORDS: Readonly<Record<Sensor, string>> = {
  power: "power",
  heart_rate: "heart rate",
  cadence: "cadence",
  speed: "speed and distance",
  altitude: "altitude",
  position: "position",
  temperature: "temperature",
};

export function editedRecording(
  recorded: RecordedActivity,
  facts: EffectiveFacts,
): RecordedActivity {
  const { rpe: _recordedRpe, ...deviceValues } = recorded.deviceValues;
  const named = {
    ...recorded,
    title: facts.title,
    sport: facts.sport,
    subSport: facts.subSport,
    deviceValues: { ...deviceValues, ...(facts.rpe === null ? {} : { rpe: facts.rpe }) },
  };
  const sensed = facts.ignored.length > 0 ? withoutSensors(named, facts.ignored) : named;
  const excluded = facts.excluded.flatMap((stretch) => cut(stretch, lengthS(recorded)));
  return excluded.length > 0 ? withoutStretches(sensed, excluded) : sensed;
}

function lengthS({ elapsedS, samples }: RecordedActivity): number {
  return Math.max(elapsedS, (samples.timeS.at(-1) ?? -1) + 1);
}

/** The part of the stretch that lies in the activity. */
function cut({ fromS, toS }: Stretch, endS: number): Stretch[] {
  return fromS < endS ? [{ fromS, toS: Math.min(toS, endS) }] : [];
}

function withoutSensors(recorded: RecordedActivity, ignored: readonly Sensor[]): RecordedActivity {
  const names = new Set(ignored.flatMap((sensor) => CHANNELS_OF[sensor]));
  const { timeS, channels } = recorded.samples;
  const kept = Object.entries(channels).filter(([name]) => !names.has(name as ChannelName));
  return {
    ...recorded,
    distanceM: names.has("distanceM") ? null : recorded.distanceM,
    samples: { timeS, channels: Object.fromEntries(kept) },
    notes: [...recorded.notes, ignoredNote(ignored)],
  };
}

function withoutStretches(
  recorded: RecordedActivity,
  excluded: readonly Stretch[],
): RecordedActivity {
  const { pauses, notes } = timerPauses(recorded);
  const isLeftOut = (second: number) =>
    excluded.some(({ fromS, toS }) => second >= fromS && second < toS);
  const lengths = recorded.lengths.filter((length) => !isLeftOut(length.startS));
  const timerS = excluded.reduce((sum, stretch) => sum + timerSeconds(stretch, pauses), 0);
  return {
    ...recorded,
    timerS: Math.max(0, recorded.timerS - timerS),
    distanceM: distanceWithout(recorded, excluded, lengths),
    samples: samplesWithout(recorded.samples, excluded, isLeftOut),
    pauses: [...pauses, ...excluded].toSorted((a, b) => a.fromS - b.fromS),
    lengths,
    sets: recorded.sets.filter((set) => !isLeftOut(set.startS)),
    notes: [...recorded.notes, ...notes, excludedNote(timerS)],
  };
}

/** Seconds of the stretch in which the timer ran; pauses do not overlap. */
function timerSeconds({ fromS, toS }: Stretch, pauses: readonly TimerPause[]): number {
  const paused = pauses.reduce(
    (sum, pause) => sum + Math.max(0, Math.min(toS, pause.toS) - Math.max(fromS, pause.fromS)),
    0,
  );
  return Math.max(0, toS - fromS - paused);
}

/** The distance without the stretches; null where nothing says how far they went. */
function distanceWithout(
  { distanceM, samples, poolLengthM, lengths }: RecordedActivity,
  excluded: readonly Stretch[],
  keptLengths: RecordedActivity["lengths"],
): number | null {
  if (distanceM === null) return null;
  if (lengths.length > 0 && poolLengthM !== null) {
    const active = (some: RecordedActivity["lengths"]) => some.filter((one) => one.isActive).length;
    return Math.max(0, distanceM - (active(lengths) - active(keptLengths)) * poolLengthM);
  }
  let left = distanceM;
  for (const stretch of excluded) {
    const covered = distanceCovered(samples, stretch);
    if (covered === null) return null;
    left -= covered;
  }
  return Math.max(0, left);
}

/** By the distance channel, else by speed and time; null without either. */
function distanceCovered({ timeS, channels }: RawSamples, { fromS, toS }: Stretch): number | null {
  const { distanceM, speedMps } = channels;
  if (distanceM) {
    const [start, end] = [valueBy(timeS, distanceM, fromS), valueBy(timeS, distanceM, toS)];
    return end === null ? null : Math.max(0, end - (start ?? 0));
  }
  if (!speedMps) return null;
  let covered = 0;
  for (let i = 0; i + 1 < timeS.length; i++) {
    const step = Math.min(toS, timeS[i + 1] as number) - Math.max(fromS, timeS[i] as number);
    const speed = speedMps[i] as number;
    if (step > 0 && !Number.isNaN(speed)) covered += speed * step;
  }
  return covered;
}

/** The last value recorded before `second`; null when there is none. */
function valueBy(timeS: Float64Array, values: Float64Array, second: number): number | null {
  let found: number | null = null;
  for (let i = 0; i < timeS.length && (timeS[i] as number) < second; i++) {
    if (!Number.isNaN(values[i] as number)) found = values[i] as number;
  }
  return found;
}

/** Without the records of the stretches; the distance goes on after each where it was before. */
function samplesWithout(
  { timeS, channels }: RawSamples,
  excluded: readonly Stretch[],
  isLeftOut: (second: number) => boolean,
): RawSamples {
  const keeps = Array.from(timeS, (second) => !isLeftOut(second));
  const kept = (values: Float64Array) => values.filter((_, i) => keeps[i]);
  const entries = Object.entries(channels).map(([name, values]) => [name, kept(values)] as const);
  const samples: RawSamples = { timeS: kept(timeS), channels: Object.fromEntries(entries) };
  const { distanceM } = samples.channels;
  if (!distanceM) return samples;
  const skipped = excluded.map((stretch) => ({
    toS: stretch.toS,
    metres: distanceCovered({ timeS, channels }, stretch) ?? 0,
  }));
  const joined = distanceM.map((metres, i) => {
    const second = samples.timeS[i] as number;
    return skipped.reduce((rest, gap) => (second >= gap.toS ? rest - gap.metres : rest), metres);
  });
  return { ...samples, channels: { ...samples.channels, distanceM: joined } };
}

function ignoredNote(ignored: readonly Sensor[]): QualityNote {
  const words = ignored.map((sensor) => SENSOR_WORDS[sensor]).join(", ");
  return {
    code: "sensor_ignored",
    severity: "info",
    text: `You asked to leave out: ${words}. What needs it is missing or judged by something else.`,
  };
}

function excludedNote(timerS: number): QualityNote {
  return {
    code: "stretch_excluded",
    severity: "info",
    text: `You asked to leave out ${Math.floor(timerS / 60)} min ${Math.round(timerS % 60)} s of the recording; no number counts them.`,
  };
}
