import type { DeviceValues } from "@/lib/training/activity/activity-types";
import {
  type FitContent,
  type FitFields,
  numberField,
  numbersField,
  positiveField,
} from "./fit-content";

type ZoneTimes = { readonly seconds: readonly number[]; readonly boundaries?: readonly number[] };

const RPE_SCALE = 10;
/** Highest "boundary" of a last, open zone: Wahoo writes 254 bpm and 65534 W. */
const OPEN_HEART_RATE_BPM = 250;
const OPEN_POWER_W = 65_000;

/** What the device itself worked out for one session. */
export function fitDeviceValues(
  content: FitContent,
  session: FitFields,
  sessionIndex: number,
): DeviceValues {
  const inZone = ofSession(content.timesInZone, sessionIndex);
  const dive = ofSession(content.diveSummaries, sessionIndex);
  const target = content.zonesTargets[sessionIndex] ?? content.zonesTargets[0] ?? {};
  const profile = content.userProfiles[0] ?? {};
  const rpe = numberField(session, "workoutRpe");
  return withoutNull({
    normalizedPowerW: positiveField(session, "normalizedPower"),
    trainingStressScore: positiveField(session, "trainingStressScore"),
    intensityFactor: positiveField(session, "intensityFactor"),
    ftpW:
      positiveField(session, "thresholdPower") ??
      positiveField(inZone, "functionalThresholdPower") ??
      // the watch's general setting is that of cycling; elsewhere it is a default
      (session.sport === "cycling" ? positiveField(target, "functionalThresholdPower") : null),
    aerobicTrainingEffect: numberField(session, "totalTrainingEffect"),
    anaerobicTrainingEffect: numberField(session, "totalAnaerobicTrainingEffect"),
    trainingLoad: numberField(session, "trainingLoadPeak"),
    avgPowerW: positiveField(session, "avgPower"),
    maxPowerW: positiveField(session, "maxPower"),
    avgHeartRateBpm: positiveField(session, "avgHeartRate"),
    maxHeartRateBpm: positiveField(session, "maxHeartRate"),
    avgSpeedMps: positiveField(session, "enhancedAvgSpeed") ?? positiveField(session, "avgSpeed"),
    maxSpeedMps: positiveField(session, "enhancedMaxSpeed") ?? positiveField(session, "maxSpeed"),
    avgCadenceRpm: averageCadence(session),
    ascentM: numberField(session, "totalAscent"),
    descentM: numberField(session, "totalDescent"),
    energyKcal: positiveField(session, "totalCalories"),
    workJ: positiveField(session, "totalWork"),
    thresholdHeartRateBpm:
      positiveField(inZone, "thresholdHeartRate") ?? positiveField(target, "thresholdHeartRate"),
    maxHeartRateSettingBpm:
      positiveField(inZone, "maxHeartRate") ?? positiveField(target, "maxHeartRate"),
    restingHeartRateBpm:
      positiveField(inZone, "restingHeartRate") ?? positiveField(profile, "restingHeartRate"),
    verticalOscillationMm: positiveField(session, "avgVerticalOscillation"),
    verticalRatioPercent: positiveField(session, "avgVerticalRatio"),
    groundContactMs: positiveField(session, "avgStanceTime"),
    groundContactBalancePercent: positiveField(session, "avgStanceTimeBalance"),
    stepLengthMm: positiveField(session, "avgStepLength"),
    maxDepthM: positiveField(dive, "maxDepth") ?? positiveField(session, "maxDepth"),
    avgDepthM: positiveField(dive, "avgDepth") ?? positiveField(session, "avgDepth"),
    rpe: rpe === null ? null : rpe / RPE_SCALE,
    ...heartRateZones(content, session, inZone),
    ...powerZones(content, session, inZone),
  });
}

/** A whole number with its fraction in a field of its own. */
function averageCadence(session: FitFields): number | null {
  const whole = positiveField(session, "avgCadence");
  return whole === null ? null : whole + (numberField(session, "avgFractionalCadence") ?? 0);
}

/** Laps have such messages too. */
function ofSession(messages: readonly FitFields[], sessionIndex: number): FitFields {
  return (
    messages.find(
      ({ referenceMesg, referenceIndex }) =>
        referenceMesg === "session" && (referenceIndex ?? 0) === sessionIndex,
    ) ?? {}
  );
}

function heartRateZones(content: FitContent, session: FitFields, inZone: FitFields) {
  const zones = zoneTimes(
    numbersField(inZone, "timeInHrZone") ?? numbersField(session, "timeInHrZone"),
    numbersField(inZone, "hrZoneHighBoundary") ?? boundariesOf(content.hrZones, "highBpm"),
    OPEN_HEART_RATE_BPM,
  );
  return {
    heartRateZoneSeconds: zones?.seconds ?? null,
    heartRateZoneBoundariesBpm: zones?.boundaries ?? null,
  };
}

function powerZones(content: FitContent, session: FitFields, inZone: FitFields) {
  const zones = zoneTimes(
    numbersField(inZone, "timeInPowerZone") ?? numbersField(session, "timeInPowerZone"),
    numbersField(inZone, "powerZoneHighBoundary") ?? boundariesOf(content.powerZones, "highValue"),
    OPEN_POWER_W,
  );
  return {
    powerZoneSeconds: zones?.seconds ?? null,
    powerZoneBoundariesW: zones?.boundaries ?? null,
  };
}

/**
 * From zone messages, whose high value still belongs to its zone (a Wahoo file's power
 * seconds agree with that); in "time in zone" messages it belongs to the zone above.
 */
function boundariesOf(zones: readonly FitFields[], name: string): readonly number[] | null {
  const values = zones.map((zone) => numberField(zone, name));
  return values.length > 0 && values.every((value) => value !== null)
    ? values.map((value) => value + 1)
    : null;
}

/**
 * Seconds with the boundaries between them. Boundaries that do not ascend or do not fit
 * the number of buckets are the device's leftovers and would mislead: then neither is
 * told; seconds alone stay when the file holds no boundaries at all.
 */
function zoneTimes(
  seconds: readonly number[] | null,
  highBoundaries: readonly number[] | null,
  openEnd: number,
): ZoneTimes | null {
  if (seconds === null) return null;
  if (highBoundaries === null) return { seconds };
  const boundaries = highBoundaries.filter((boundary) => boundary < openEnd);
  const ascends = boundaries.every((value, i) => i === 0 || value > (boundaries[i - 1] ?? 0));
  const used = seconds.slice(0, boundaries.length + 1);
  const isComplete = used.length === boundaries.length + 1;
  const rest = seconds.slice(boundaries.length + 1);
  return ascends && isComplete && rest.every((value) => value === 0)
    ? { seconds: used, boundaries }
    : null;
}

type Nullable<T> = { [Key in keyof T]: T[Key] | null };

function withoutNull(values: Nullable<DeviceValues>): DeviceValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}
