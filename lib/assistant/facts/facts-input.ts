/** What the facts of a day are made from: each part with where it comes from. */
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";
import type { Fact, Finding } from "@/lib/training/insights/finding";
import type { Recommendation } from "@/lib/training/plan/workout-types";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";
import type { Sourced } from "@/lib/training/source/ai-allowed";
import type { UnitSystem } from "@/lib/units/unit-system";
import type { FactsEvent } from "../facts-types";

export type FactsNight = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly restingHrBpm: number | null;
  readonly sleepS: number | null;
  readonly stressAvg: number | null;
  /** Which source each field is from ("garmin:sleep"), as far as it is known. */
  readonly sources?: Readonly<Record<string, string>>;
};

/** All sports together, at the end of the day; form on its morning. */
export type FactsLoad = {
  readonly day: LocalDate;
  readonly load: number;
  readonly fitness: number;
  readonly fatigue: number;
  readonly form: number;
  readonly ramp: number | null;
  readonly monotony: number | null;
  readonly acwr: number | null;
  /** "PMC-exp@1". */
  readonly formula?: string;
};

export type FactsActivity = {
  readonly id: string;
  readonly day: LocalDate;
  readonly sport: Sport;
  readonly timerS: number;
  readonly distanceM: number | null;
  readonly load: number | null;
};

export type FactsMorning = {
  readonly recovery: RecoveryScore;
  readonly decision: ReadinessDecision;
  readonly recommendation: Recommendation;
};

/** Capacities that hold on the day, for the main sport. */
export type FactsCapacities = {
  readonly ftpW: number | null;
  readonly thresholdHeartRateBpm: number | null;
  readonly maxHeartRateBpm: number | null;
  readonly thresholdSpeedMps: number | null;
  readonly criticalSwimSpeedMps: number | null;
  readonly weightKg: number | null;
};

export type FactsInput = {
  readonly day: LocalDate;
  readonly athlete: {
    readonly birthDate: LocalDate | null;
    readonly sex: "m" | "f" | null;
    readonly mainSport: "cycling" | "running" | "swimming";
    readonly units: UnitSystem;
  };
  /** Whether the athlete lets their own words be read. */
  readonly mayReadNotes: boolean;
  /** Ascending, up to `day`; 61 of them are enough. */
  readonly nights: readonly Sourced<FactsNight>[];
  /** Ascending, up to `day`; 29 of them are enough. */
  readonly loads: readonly Sourced<FactsLoad>[];
  /** Of the 14 days up to `day`, in order. */
  readonly activities: readonly Sourced<FactsActivity>[];
  readonly morning: Sourced<FactsMorning> | null;
  readonly capacities: Sourced<FactsCapacities>;
  readonly findings: readonly Sourced<Finding>[];
  /** Touching the day or the week before it, and races ahead. */
  readonly events: readonly (Omit<FactsEvent, "title" | "isHidden"> & {
    readonly title: string;
    readonly isHidden?: boolean;
  })[];
  /** What is kept in mind, as the athlete has changed it. */
  readonly memory: readonly FactsRemembered[];
};

export type FactsRemembered = {
  readonly id: string;
  readonly title: string;
  readonly isHidden: boolean;
  /** What the athlete says in its place; null while the rules' numbers hold. */
  readonly words: string | null;
  readonly facts: readonly Sourced<Fact>[];
};
