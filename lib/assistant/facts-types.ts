/** What a language model may know of an athlete on one day, and what its words are checked against. */
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { Fact, FindingSeverity } from "@/lib/training/insights/finding";
import type {
  ConfidenceWord,
  Decision,
  RecoveryBand,
} from "@/lib/training/recovery/recovery-types";
import type { UnitSystem } from "@/lib/units/unit-system";

/** No name, place, address or birth date. */
export type FactsAthlete = {
  /** Whole years; null when no birth date is known. */
  readonly ageYears: number | null;
  readonly sex: "m" | "f" | null;
  readonly mainSport: "cycling" | "running" | "swimming";
  readonly units: UnitSystem;
};

export type FactsWorkout = {
  readonly title: string;
  readonly sport: Sport;
  readonly intensity: "rest" | "easy" | "moderate" | "hard";
};

/** The morning's answer in words; its numbers are among the facts. */
export type FactsToday = {
  readonly decision: Decision;
  readonly band: RecoveryBand | null;
  readonly confidence: ConfidenceWord | null;
  /** Null on a rest day. */
  readonly workout: FactsWorkout | null;
};

export type FactsFinding = {
  readonly detector: string;
  readonly severity: FindingSeverity;
  readonly sport: Sport | null;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** Its evidence among the facts. */
  readonly factIds: readonly string[];
};

export type FactsEvent = {
  readonly kind: "illness" | "injury" | "travel" | "race" | "holiday" | "note";
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
  /** The athlete's own words, with their consent only. */
  readonly title: string | null;
  /** Taken out of what is kept in mind: guards know of it, a model does not. */
  readonly isHidden?: true;
};

/** Something that is kept in mind of weeks, months or of the athlete; its numbers are among the facts. */
export type FactsMemory = {
  readonly id: string;
  readonly title: string;
  /** In the athlete's own words, with their consent only; then it has no numbers of ours. */
  readonly words: string | null;
  readonly factIds: readonly string[];
};

/**
 * Sources' kinds ("garmin"), "athlete", "settings", "activities", or a formula; by a fact's id, or
 * by the beginning of it ("hrv" of "hrv.last") where all such facts have the same.
 */
export type FactOrigins = Readonly<Record<string, string>>;

export type Facts = {
  readonly day: LocalDate;
  readonly athlete: FactsAthlete;
  readonly today: FactsToday | null;
  readonly facts: readonly Fact[];
  /** Where the numbers are from. */
  readonly origins: FactOrigins;
  readonly findings: readonly FactsFinding[];
  readonly events: readonly FactsEvent[];
  readonly memory: readonly FactsMemory[];
  /** What is not known, each with its reason. */
  readonly missing: readonly string[];
};
