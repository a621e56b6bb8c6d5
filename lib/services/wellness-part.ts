import { earlierDay, type LocalDate, parseLocalDate } from "@/lib/dates/local-date";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";

/** Cursor of what lies before the first sync. */
export const WELLNESS_BACKFILL = "wellness_backfill";

export type WellnessPart = {
  /** Days whose values changed. */
  readonly days: number;
  /** The first of them: the numbers from there on are old; null when none changed. */
  readonly fromDay: LocalDate | null;
  /** Another part follows. */
  readonly remaining: number;
};

export const NO_PART: WellnessPart = { days: 0, fromDay: null, remaining: 0 };

export function partOf(changedDays: readonly LocalDate[], remaining: number): WellnessPart {
  const days = changedDays.length;
  return { days, fromDay: days === 0 ? null : changedDays.reduce(earlierDay), remaining };
}

export function hasValue(observation: WellnessObservation): boolean {
  const { day: _, source: __, ...values } = observation;
  return Object.values(values).some((value) => value !== undefined && value !== null);
}

const MAIN = ["sleepS", "hrvRmssdMs", "restingHrBpm", "steps"] as const;

/** The main kinds of values that there are, as they stand in a cursor. */
export function mainKinds(observations: readonly WellnessObservation[]): string {
  return MAIN.filter((kind) => observations.some((one) => one[kind] !== undefined)).join(" ");
}

/** Those of both, in their order; `known` as it stands in a cursor. */
export function withKinds(known: unknown, found: string): string {
  const all = `${typeof known === "string" ? known : ""} ${found}`.split(" ");
  return MAIN.filter((kind) => all.includes(kind)).join(" ");
}

/** What stands at a place of a cursor. */
export function dayIn(value: unknown): LocalDate | null {
  return typeof value === "string" ? parseLocalDate(value) : null;
}
