import type { TimedColumns } from "../columns/timed-columns";

/** Fields of one message by the SDK's names, in physical units; times in FIT seconds. */
export type FitFields = Readonly<Record<string, unknown>>;

/** One decoded file, whichever decoder read it. */
export type FitContent = {
  readonly fileIds: readonly FitFields[];
  readonly records: TimedColumns;
  readonly activities: readonly FitFields[];
  readonly sessions: readonly FitFields[];
  readonly laps: readonly FitFields[];
  readonly lengths: readonly FitFields[];
  readonly sets: readonly FitFields[];
  readonly events: readonly FitFields[];
  readonly sports: readonly FitFields[];
  readonly workouts: readonly FitFields[];
  readonly workoutSteps: readonly FitFields[];
  readonly deviceInfos: readonly FitFields[];
  readonly timesInZone: readonly FitFields[];
  readonly zonesTargets: readonly FitFields[];
  readonly hrZones: readonly FitFields[];
  readonly powerZones: readonly FitFields[];
  readonly userProfiles: readonly FitFields[];
  readonly weatherConditions: readonly FitFields[];
  readonly diveSummaries: readonly FitFields[];
};

/** 1989-12-31T00:00:00Z, where FIT time begins, in Unix seconds. */
export const FIT_EPOCH_S = 631_065_600;

/** A finite number, else null. */
export function numberField(fields: FitFields, name: string): number | null {
  const value = fields[name];
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

/** A finite number above zero, else null: for values where 0 stands for "not set". */
export function positiveField(fields: FitFields, name: string): number | null {
  const value = numberField(fields, name);
  return value !== null && value > 0 ? value : null;
}

export function textField(fields: FitFields, name: string): string | null {
  const value = fields[name];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** A name of the profile, or the number that the profile does not know, as text. */
export function enumField(fields: FitFields, name: string): string | null {
  const value = fields[name];
  return typeof value === "number" ? String(value) : textField(fields, name);
}

/** The list without its missing elements at the end; null when an inner one is missing. */
export function numbersField(fields: FitFields, name: string): readonly number[] | null {
  const value = fields[name];
  if (!Array.isArray(value)) return null;
  const last = value.findLastIndex((element) => typeof element === "number");
  const numbers = value.slice(0, last + 1);
  return numbers.length > 0 && numbers.every((element) => typeof element === "number")
    ? numbers
    : null;
}

/** A FIT time as Unix seconds. */
export function timeField(fields: FitFields, name: string): number | null {
  const value = numberField(fields, name);
  return value === null ? null : value + FIT_EPOCH_S;
}
