import type {
  DeviceValues,
  QualityNote,
  RecordedActivity,
  RecordedLap,
} from "@/lib/training/activity/activity-types";
import { READ_NOTES } from "../files/quality-notes";
import { sportFromText } from "../files/xml/sport-from-text";
import { HIDDEN_START } from "./hidden-start";
import type { StravaActivity, StravaFile } from "./strava-file";
import { stravaPauses, stravaSamples } from "./strava-samples";

const LONGEST_TITLE = 120;
const INDOORS = /virtual|treadmill/i;

/** An activity of Strava's API; null when it took no time. */
export function stravaRecording({ activity, streams }: StravaFile): RecordedActivity | null {
  const elapsedS = activity.elapsed_time;
  if (elapsedS <= 0) return null;
  const kind = activity.sport_type ?? activity.type ?? "";
  const hasPowerMeter = activity.device_watts === true;
  const samples = stravaSamples(streams, hasPowerMeter);
  const pauses = stravaPauses(samples);
  const pausedS = pauses.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
  const startEpochS = Date.parse(activity.start_date) / 1000;
  return {
    ...sportFromText(kind),
    title: activity.name?.trim().slice(0, LONGEST_TITLE) || null,
    startEpochS,
    utcOffsetS: offsetOf(activity, startEpochS),
    elapsedS,
    timerS: Math.max(0, elapsedS - pausedS),
    distanceM: activity.distance || null,
    isIndoor: activity.trainer === true || INDOORS.test(kind),
    poolLengthM: null,
    samples,
    pauses,
    laps: lapsOf(activity, startEpochS),
    lengths: [],
    sets: [],
    device: { manufacturer: null, product: activity.device_name ?? null, serial: null },
    deviceValues: valuesOf(activity, hasPowerMeter),
    notes: notesOf(activity, { hasSamples: samples.timeS.length > 0, streams }),
  };
}

/** `start_date_local` is local wall time written as if it were UTC. */
function offsetOf(activity: StravaActivity, startEpochS: number): number | null {
  if (typeof activity.utc_offset === "number") return activity.utc_offset;
  const localS = Date.parse(activity.start_date_local ?? "") / 1000;
  return Number.isNaN(localS) ? null : localS - startEpochS;
}

function lapsOf({ laps }: StravaActivity, startEpochS: number): RecordedLap[] {
  return (laps ?? []).flatMap((lap) => {
    const lapStartS = Date.parse(lap?.start_date ?? "") / 1000;
    if (lap === null || Number.isNaN(lapStartS) || lapStartS < startEpochS) return [];
    return {
      startS: lapStartS - startEpochS,
      elapsedS: lap.elapsed_time,
      timerS: lap.moving_time ?? lap.elapsed_time,
      distanceM: lap.distance ?? null,
      avgPowerW: lap.average_watts ?? null,
      avgHeartRateBpm: lap.average_heartrate ?? null,
      maxHeartRateBpm: lap.max_heartrate ?? null,
      avgCadenceRpm: lap.average_cadence ?? null,
      avgSpeedMps: lap.average_speed ?? null,
      trigger: null,
    };
  });
}

function valuesOf(activity: StravaActivity, hasPowerMeter: boolean): DeviceValues {
  const values = {
    avgHeartRateBpm: activity.average_heartrate,
    maxHeartRateBpm: activity.max_heartrate,
    avgSpeedMps: activity.average_speed,
    maxSpeedMps: activity.max_speed,
    avgCadenceRpm: activity.average_cadence,
    ascentM: activity.total_elevation_gain,
    energyKcal: activity.calories,
    rpe: activity.perceived_exertion,
    ...(hasPowerMeter
      ? {
          avgPowerW: activity.average_watts,
          maxPowerW: activity.max_watts,
          workJ: (activity.kilojoules ?? 0) * 1000,
        }
      : {}),
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === "number" && value > 0),
  );
}

function notesOf(
  activity: StravaActivity,
  { hasSamples, streams }: { hasSamples: boolean; streams: StravaFile["streams"] },
): QualityNote[] {
  const isHidden = activity.start_date_local?.endsWith(HIDDEN_START) === true;
  const isGuessed = activity.device_watts !== true && (streams?.watts ?? null) !== null;
  return [
    ...(hasSamples ? [] : [READ_NOTES.no_samples]),
    ...(isHidden ? [READ_NOTES.start_hidden] : []),
    ...(isGuessed ? [READ_NOTES.power_estimated] : []),
  ];
}
