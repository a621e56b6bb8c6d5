/**
 * From the records of a file to streams that can be measured: one grid, nothing impossible in it.
 * SIG-1 to SIG-5 in order: pauses, 1 Hz, power, heart rate, distance and speed from each other.
 * Reference: science.md 0.
 * Valid: every recorded activity, also one without a single record (then the streams are empty).
 */
import type {
  AthleteSettings,
  Channel,
  ChannelName,
  QualityNote,
  RecordedActivity,
  Streams,
} from "./activity-types";
import { cadenceLockSeconds } from "./cadence-lock";
import { cleanHeartRate } from "./clean-heart-rate";
import { cleanPower } from "./clean-power";
import { cleanSpeed } from "./clean-speed";
import { distanceFromSpeed } from "./distance-from-speed";
import { MAX_ACTIVITY_S, resampleToOneHertz } from "./resample-to-one-hertz";
import { speedFromDistance } from "./speed-from-distance";
import { timerPauses } from "./timer-pauses";

const ON_FOOT: ReadonlySet<string> = new Set(["running", "walking", "hiking"]);

type Channels = { -readonly [Name in ChannelName]?: Channel };

export function prepareStreams(
  recorded: RecordedActivity,
  settings: AthleteSettings,
): { streams: Streams; notes: QualityNote[] } {
  const { pauses, notes: guesses } = timerPauses(recorded);
  const notes = [...recorded.notes, ...guesses];
  const { timeS } = recorded.samples;
  if ((timeS[timeS.length - 1] ?? 0) >= MAX_ACTIVITY_S) notes.push(TOO_LATE);
  const streams = resampleToOneHertz(recorded.samples, recorded.elapsedS, pauses);
  const channels: Channels = { ...streams.channels };
  cleanChannels(channels, recorded, settings, notes);
  completeDistanceAndSpeed(channels, streams.timerOn);
  if (channels.speedMps && ON_FOOT.has(recorded.sport)) {
    const cleaned = cleanSpeed(channels.speedMps);
    channels.speedMps = cleaned.channel;
    notes.push(...cleaned.notes);
  }
  return { streams: { ...streams, channels }, notes };
}

function cleanChannels(
  channels: Channels,
  recorded: RecordedActivity,
  settings: AthleteSettings,
  notes: QualityNote[],
): void {
  if (channels.powerW) {
    const cleaned = cleanPower(channels.powerW, channels.cadenceRpm, settings.weightKg);
    channels.powerW = cleaned.channel;
    notes.push(...cleaned.notes);
  }
  if (!channels.heartRateBpm) return;
  const cleaned = cleanHeartRate(channels.heartRateBpm, settings);
  channels.heartRateBpm = cleaned.channel;
  notes.push(...cleaned.notes);
  if (!channels.cadenceRpm || !ON_FOOT.has(recorded.sport)) return;
  const lockedS = cadenceLockSeconds(cleaned.channel, channels.cadenceRpm);
  if (lockedS > 0) notes.push(cadenceLockNote(lockedS));
}

function completeDistanceAndSpeed(channels: Channels, timerOn: Uint8Array): void {
  if (channels.speedMps && !channels.distanceM) {
    channels.distanceM = distanceFromSpeed(channels.speedMps, timerOn);
  } else if (channels.distanceM && !channels.speedMps) {
    channels.speedMps = speedFromDistance(channels.distanceM);
  }
}

const TOO_LATE: QualityNote = {
  code: "records_too_late",
  severity: "warning",
  text: "Records more than seven days after the start were left out: the device's clock jumped.",
};

function cadenceLockNote(lockedS: number): QualityNote {
  return {
    code: "cadence_lock",
    severity: "warning",
    text: `For ${Math.round(lockedS / 60)} min the heart rate followed the step rate: the sensor may have counted steps.`,
  };
}
