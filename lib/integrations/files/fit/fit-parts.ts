import { Profile } from "@garmin/fitsdk";
import type {
  RecordedLap,
  RecordedLength,
  RecordedSet,
} from "@/lib/training/activity/activity-types";
import { enumField, type FitFields, numberField, positiveField, timeField } from "./fit-content";

/** Messages whose start lies in [startS, endS), with that start in seconds since `startS`. */
function within(
  messages: readonly FitFields[],
  startS: number,
  endS: number,
): { fields: FitFields; startS: number }[] {
  return messages.flatMap((fields) => {
    const start = timeField(fields, "startTime");
    // half a second of tolerance: starts are whole seconds, sessions may be cut between
    const isInside = start !== null && start >= startS - 0.5 && start < endS;
    return isInside ? [{ fields, startS: Math.max(0, start - startS) }] : [];
  });
}

export function fitLaps(messages: readonly FitFields[], startS: number, endS: number) {
  return within(messages, startS, endS).map(({ fields, startS: lapStart }): RecordedLap => {
    const elapsedS = numberField(fields, "totalElapsedTime") ?? 0;
    const stepIndex = numberField(fields, "wktStepIndex");
    return {
      startS: lapStart,
      elapsedS,
      timerS: numberField(fields, "totalTimerTime") ?? elapsedS,
      distanceM: positiveField(fields, "totalDistance"),
      avgPowerW: numberField(fields, "avgPower"),
      avgHeartRateBpm: positiveField(fields, "avgHeartRate"),
      maxHeartRateBpm: positiveField(fields, "maxHeartRate"),
      avgCadenceRpm: positiveField(fields, "avgCadence"),
      avgSpeedMps: numberField(fields, "enhancedAvgSpeed") ?? numberField(fields, "avgSpeed"),
      trigger: enumField(fields, "lapTrigger"),
      ...(stepIndex === null ? {} : { stepIndex }),
    };
  });
}

export function fitLengths(messages: readonly FitFields[], startS: number, endS: number) {
  return within(messages, startS, endS).map(({ fields, startS: lengthStart }): RecordedLength => {
    const isActive = fields.lengthType !== "idle";
    return {
      startS: lengthStart,
      durationS:
        numberField(fields, "totalTimerTime") ?? numberField(fields, "totalElapsedTime") ?? 0,
      strokes: isActive ? numberField(fields, "totalStrokes") : null,
      stroke: isActive ? enumField(fields, "swimStroke") : null,
      isActive,
    };
  });
}

export function fitSets(messages: readonly FitFields[], startS: number, endS: number) {
  return within(messages, startS, endS).map(
    ({ fields, startS: setStart }): RecordedSet => ({
      startS: setStart,
      durationS: numberField(fields, "duration") ?? 0,
      isActive: fields.setType === "active",
      exercise: exerciseName(fields),
      repetitions: positiveField(fields, "repetitions"),
      weightKg: positiveField(fields, "weight"),
    }),
  );
}

/** The exact exercise where the profile names it ("barbellBenchPress"), else its category. */
function exerciseName(fields: FitFields): string | null {
  const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
  const category = first(fields.category);
  if (typeof category !== "string" || category === "unknown") return null;
  const subtype = first(fields.categorySubtype);
  const names = Profile.types[`${category}ExerciseName`];
  return (typeof subtype === "number" ? names?.[subtype] : undefined) ?? category;
}
