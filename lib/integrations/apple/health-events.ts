import type {
  RecordedLap,
  RecordedLength,
  TimerPause,
} from "@/lib/training/activity/activity-types";
import { convertUnit } from "./convert-unit";
import type { HealthSeries, HealthWorkout } from "./health-file";
import { SAMPLE_TYPES } from "./health-types";
import { samplesOfOne } from "./pick-series";

const EVENT = "HKWorkoutEventType";
const PAUSE: ReadonlySet<string> = new Set([`${EVENT}Pause`, `${EVENT}MotionPaused`]);
const RESUME: ReadonlySet<string> = new Set([`${EVENT}Resume`, `${EVENT}MotionResumed`]);
const LAP = `${EVENT}Lap`;
/** By the number that the watch writes. */
const STROKES = [
  null,
  "mixed",
  "freestyle",
  "backstroke",
  "breaststroke",
  "butterfly",
  "kickboard",
];
/** A watch counts a stroke that began before the wall to the length after it. */
const WALL_S = 1;

/** When the watch's clock stood still, in seconds since the start. */
export function healthPauses({ startS, endS, events }: HealthWorkout): TimerPause[] {
  const pauses: TimerPause[] = [];
  let fromS: number | null = null;
  for (const { type, atS } of inOrder(events)) {
    if (PAUSE.has(type)) fromS ??= atS - startS;
    else if (RESUME.has(type) && fromS !== null) {
      if (atS - startS > fromS) pauses.push({ fromS, toS: atS - startS });
      fromS = null;
    }
  }
  return fromS === null || fromS >= endS - startS
    ? pauses
    : [...pauses, { fromS, toS: endS - startS }];
}

/** Laps that were pressed; the kilometres and miles that the watch counts besides are none. */
export function healthLaps(workout: HealthWorkout): RecordedLap[] {
  return timedLaps(workout).map(({ atS, durationS }) => ({
    startS: atS - workout.startS,
    elapsedS: durationS,
    timerS: durationS,
    distanceM: null,
    avgPowerW: null,
    avgHeartRateBpm: null,
    maxHeartRateBpm: null,
    avgCadenceRpm: null,
    avgSpeedMps: null,
    trigger: null,
  }));
}

/** In a pool every lap is a length, with the strokes that were counted during it. */
export function healthLengths(
  workout: HealthWorkout,
  series: readonly HealthSeries[],
): RecordedLength[] {
  const counts = samplesOfOne(series, [SAMPLE_TYPES.strokes], "count", workout.source);
  return timedLaps(workout).map(({ atS, durationS, strokeStyle }) => {
    const during = counts.filter(
      ({ startS }) => startS >= atS - WALL_S && startS < atS + durationS - WALL_S,
    );
    return {
      startS: atS - workout.startS,
      durationS,
      strokes: during.length > 0 ? during.reduce((sum, { value }) => sum + value, 0) : null,
      stroke: STROKES[Number(strokeStyle ?? "0")] ?? null,
      isActive: true,
    };
  });
}

function timedLaps({ events }: HealthWorkout) {
  return inOrder(events).flatMap(({ type, atS, duration, strokeStyle }) => {
    const durationS = type === LAP ? convertUnit(duration, "s") : null;
    return durationS !== null && durationS > 0 ? [{ atS, durationS, strokeStyle }] : [];
  });
}

function inOrder(events: HealthWorkout["events"]): HealthWorkout["events"] {
  return [...events].sort((a, b) => a.atS - b.atS);
}
