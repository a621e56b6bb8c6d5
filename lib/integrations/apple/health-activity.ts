import type {
  DeviceInfo,
  DeviceValues,
  RecordedActivity,
} from "@/lib/training/activity/activity-types";
import { READ_NOTES } from "../files/quality-notes";
import { convertUnit } from "./convert-unit";
import { healthChannels } from "./health-channels";
import { healthLaps, healthLengths, healthPauses } from "./health-events";
import type { HealthWorkout, HealthWorkoutFile } from "./health-file";
import { healthSport } from "./health-sport";
import { ACTIVE_ENERGY, DISTANCE_TYPES, SAMPLE_TYPES } from "./health-types";

/** An activity from a workout of an Apple Health export; null when it took no time. */
export function healthActivity({
  workout,
  series,
  route,
}: HealthWorkoutFile): RecordedActivity | null {
  const elapsedS = workout.endS - workout.startS;
  if (elapsedS <= 0) return null;
  const { sport, subSport, isIndoor } = healthSport(workout.activityType, workout.metadata);
  const isPool = subSport === "lapSwimming";
  const pauses = healthPauses(workout);
  const pausedS = pauses.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
  const timerS = convertUnit(workout.duration, "s") ?? elapsedS - pausedS;
  const samples = healthChannels({ workout, series, route, pauses });
  const covered = samples.channels.distanceM?.findLast((metres) => !Number.isNaN(metres));
  return {
    ...{ sport, subSport, isIndoor },
    title: null,
    startEpochS: workout.startS,
    utcOffsetS: workout.utcOffsetS,
    elapsedS,
    timerS: Math.min(elapsedS, Math.max(0, timerS)),
    distanceM: statedDistance(workout) ?? (covered || null),
    poolLengthM: isPool ? metadataIn(workout, "HKLapLength", "m") : null,
    samples,
    pauses,
    laps: isPool ? [] : healthLaps(workout),
    lengths: isPool ? healthLengths(workout, series) : [],
    sets: [],
    device: deviceOf(workout),
    deviceValues: deviceValuesOf(workout),
    notes: samples.timeS.length === 0 ? [READ_NOTES.no_samples] : [],
  };
}

function statedDistance(workout: HealthWorkout): number | null {
  const sums = DISTANCE_TYPES.map((type) => statistic(workout, type, "sum", "m") ?? 0);
  return Math.max(...sums) || convertUnit(workout.distance, "m") || null;
}

function deviceValuesOf(workout: HealthWorkout): DeviceValues {
  const { heartRate, runningPower, cyclingPower } = SAMPLE_TYPES;
  const values = {
    energyKcal:
      statistic(workout, ACTIVE_ENERGY, "sum", "kcal") ?? convertUnit(workout.energy, "kcal"),
    avgHeartRateBpm: statistic(workout, heartRate, "average", "count/min"),
    maxHeartRateBpm: statistic(workout, heartRate, "maximum", "count/min"),
    avgPowerW:
      statistic(workout, cyclingPower, "average", "W") ??
      statistic(workout, runningPower, "average", "W"),
    ascentM: metadataIn(workout, "HKElevationAscended", "m"),
  };
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value > 0),
  );
}

function statistic(
  { statistics }: HealthWorkout,
  type: string,
  name: "sum" | "average" | "maximum",
  unit: Parameters<typeof convertUnit>[1],
): number | null {
  const found = statistics.find((one) => one.type === type);
  return found ? convertUnit({ value: found[name], unit: found.unit }, unit) : null;
}

/** "2500 cm": a number and its unit in one text. */
function metadataIn({ metadata }: HealthWorkout, key: string, unit: "m"): number | null {
  const [value, said] = (metadata[key] ?? "").split(" ");
  return value && said ? convertUnit({ value: Number(value), unit: said }, unit) : null;
}

/** The app's own name stands in for a device: other apps write their workouts there, too. */
function deviceOf({ device, source }: HealthWorkout): DeviceInfo {
  const manufacturer = device?.manufacturer ?? null;
  const product = device ? [device.name, device.hardware].filter(Boolean).join(" ") : source;
  return {
    manufacturer: manufacturer === "Apple Inc." ? "apple" : manufacturer,
    product: product || null,
    serial: null,
  };
}
