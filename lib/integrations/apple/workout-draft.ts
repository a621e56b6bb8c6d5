import { isTimeZone, utcOffsetSeconds } from "@/lib/dates/zoned-time";
import { shownText } from "@/lib/integrations/shown-text";
import type { HealthWorkout, Quantity } from "./health-file";
import { healthSpan, parseHealthTime } from "./health-time";
import { ACTIVE_ENERGY, DISTANCE_TYPES, SAMPLE_TYPES } from "./health-types";
import type { HealthAttributes } from "./walk-health";

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };
export type WorkoutDraft = {
  readonly workout: Mutable<HealthWorkout>;
  /** Names of the files of its route, without folders. */
  readonly routes: string[];
};

/** More than a day of lengths in a pool. */
const MOST_PARTS = 5_000;
const KEPT_METADATA: ReadonlySet<string> = new Set([
  "HKIndoorWorkout",
  "HKSwimmingLocationType",
  "HKLapLength",
  "HKElevationAscended",
]);
const KEPT_STATISTICS: ReadonlySet<string> = new Set([
  ...DISTANCE_TYPES,
  ACTIVE_ENERGY,
  SAMPLE_TYPES.heartRate,
  SAMPLE_TYPES.runningPower,
  SAMPLE_TYPES.cyclingPower,
]);

/** A workout as its own element tells it; null without times. */
export function beginWorkout(attributes: HealthAttributes): WorkoutDraft | null {
  const span = healthSpan(attributes);
  if (span === null) return null;
  const workout: HealthWorkout = {
    activityType: shownText(attributes.workoutActivityType),
    source: shownText(attributes.sourceName),
    device: deviceOf(attributes.device),
    ...span,
    duration: quantityOf(attributes.duration, attributes.durationUnit),
    distance: quantityOf(attributes.totalDistance, attributes.totalDistanceUnit),
    energy: quantityOf(attributes.totalEnergyBurned, attributes.totalEnergyBurnedUnit),
    statistics: [],
    metadata: {},
    events: [],
  };
  return { workout, routes: [] };
}

/** Adds an element inside the workout; `path` begins at the workout's child. */
export function addToWorkout(
  { workout, routes }: WorkoutDraft,
  path: readonly string[],
  attributes: HealthAttributes,
): void {
  const place = path.join("/");
  if (place === "MetadataEntry") addMetadata(workout, attributes);
  else if (place === "WorkoutStatistics") addStatistic(workout, attributes);
  else if (place === "WorkoutEvent") addEvent(workout, attributes);
  else if (place === "WorkoutEvent/MetadataEntry") nameStroke(workout, attributes);
  else if (place === "WorkoutRoute/FileReference" && routes.length < MOST_PARTS) {
    routes.push(baseName(attributes.path ?? ""));
  }
}

/** A file's name without its folders, which have other names in other languages. */
export function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1);
}

function addMetadata(workout: Mutable<HealthWorkout>, { key = "", value }: HealthAttributes): void {
  if (KEPT_METADATA.has(key)) workout.metadata[key] = shownText(value);
  if (key !== "HKTimeZone" || value === undefined || !isTimeZone(value)) return;
  workout.utcOffsetS = utcOffsetSeconds(new Date(workout.startS * 1000), value);
}

function addStatistic({ statistics }: HealthWorkout, attributes: HealthAttributes): void {
  const { type = "", unit = "", sum, average, maximum } = attributes;
  if (!KEPT_STATISTICS.has(type) || statistics.length >= MOST_PARTS) return;
  statistics.push({
    ...{ type, unit },
    ...{ sum: numberOf(sum), average: numberOf(average), maximum: numberOf(maximum) },
  });
}

function addEvent({ events }: HealthWorkout, attributes: HealthAttributes): void {
  const at = parseHealthTime(attributes.date);
  if (at === null || events.length >= MOST_PARTS) return;
  const duration = quantityOf(attributes.duration, attributes.durationUnit);
  events.push({ type: shownText(attributes.type), atS: at.epochS, duration, strokeStyle: null });
}

function nameStroke({ events }: HealthWorkout, { key, value }: HealthAttributes): void {
  const last = events.at(-1);
  if (last && key === "HKSwimmingStrokeStyle") last.strokeStyle = shownText(value);
}

/** Without the address in memory that stands in it, which is another in every export. */
function deviceOf(text: string | undefined): HealthWorkout["device"] {
  const part = (name: string) => new RegExp(`\\b${name}:([^,>]+(?:,\\d+)?)`).exec(text ?? "")?.[1];
  const name = part("name");
  if (name === undefined) return null;
  return {
    name: shownText(name),
    manufacturer: shownText(part("manufacturer")) || null,
    hardware: shownText(part("hardware")) || null,
  };
}

function quantityOf(value: string | undefined, unit: string | undefined): Quantity | null {
  const number = numberOf(value);
  return number === null || unit === undefined ? null : { value: number, unit };
}

function numberOf(text: string | undefined): number | null {
  const value = text === undefined || text === "" ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
