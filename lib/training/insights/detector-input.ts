/** What the detectors look at, prepared once: the athlete's days, sessions, answers and plans. */
import type { LocalDate } from "../../dates/local-date";
import type { Sport } from "../activity/sports";
import type { Decision } from "../recovery/recovery-types";
import type { FactUnit, Finding } from "./finding";

/** Known once a day is over. */
export const TRAINING_COLUMNS = ["load", "fitness", "form"] as const;
export type DailyColumn =
  | "hrvMs"
  | "restingHrBpm"
  | "sleepS"
  | "respirationBrpm"
  | "weightKg"
  /** Mean answer of the check-in, 1 (worst) to 5 (best). */
  | "feel"
  /** 1 when symptoms of illness were reported, 0 when not. */
  | "symptoms"
  | (typeof TRAINING_COLUMNS)[number];

export type DetectorActivity = {
  readonly id: string;
  readonly day: LocalDate;
  readonly sport: Sport;
  readonly timerS: number;
  readonly load: number | null;
  readonly isHard: boolean;
  /** Seconds easy, moderate, hard; null without zones. */
  readonly zonesS: readonly [number, number, number] | null;
  readonly decouplingPct: number | null;
  /** Output per heartbeat; comparable within a sport only. */
  readonly efficiency: number | null;
  /** Of the clock where it happened. */
  readonly utcOffsetS: number | null;
};

export type DetectorMorning = {
  readonly day: LocalDate;
  readonly decision: Decision;
  readonly response: "accepted" | "kept" | "swapped" | "skipped" | null;
  readonly workout: {
    readonly sport: Sport;
    readonly durationS: number;
    readonly intensity: "rest" | "easy" | "moderate" | "hard";
  } | null;
};

export type DetectorEvent = {
  readonly kind: "illness" | "injury" | "travel" | "race" | "holiday" | "note";
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
};

/** A capacity as it is set now. */
export type DetectorThreshold = {
  readonly sport: "cycling" | "running" | "swimming";
  readonly value: number;
  readonly unit: "W" | "m/s";
  readonly validFrom: LocalDate;
};

/** The best of its kind, and what it beat. */
export type DetectorBest = {
  readonly sport: Sport;
  /** Over this distance in a time, or with this power for a time. */
  readonly span: { readonly value: number; readonly unit: "m" | "s" };
  readonly value: number;
  readonly before: number;
  readonly unit: "s" | "W";
  readonly day: LocalDate;
  readonly beforeDay: LocalDate;
  readonly activityId: string;
};

/** What two sources said of one day, far apart. */
export type Disagreement = {
  readonly day: LocalDate;
  readonly signal: "restingHrBpm" | "sleepS" | "hrvMs";
  readonly low: number;
  readonly high: number;
};

export type DetectorInput = {
  /** The morning that looks back: its night is known, its training is not, or not wholly. */
  readonly day: LocalDate;
  /** One value per day, oldest first, the last of `day`; all as long; null is not known. */
  readonly daily: Readonly<Record<DailyColumn, readonly (number | null)[]>>;
  /** Oldest first, as are the lists below. */
  readonly activities: readonly DetectorActivity[];
  readonly mornings: readonly DetectorMorning[];
  /** Past, present and to come. */
  readonly events: readonly DetectorEvent[];
  readonly thresholds: readonly DetectorThreshold[];
  /** What the best 20 minutes stand for; null when that is not known, or near the FTP in use. */
  readonly ftp: {
    readonly ftpW: number;
    readonly suggestedW: number;
    readonly twentyMinutesW: number;
    readonly activityId: string;
    readonly day: LocalDate;
  } | null;
  /** Of the last week. */
  readonly bests: readonly DetectorBest[];
  /** Of the last two weeks. */
  readonly disagreements: readonly Disagreement[];
};

/** Null when there is nothing to say, or too little to say it from. */
export type Detector = (input: DetectorInput) => Finding | null;

/** How a column is said: its name at the beginning of a label, and its unit. */
export const COLUMN_WORDS: Readonly<
  Record<DailyColumn, { readonly id: string; readonly label: string; readonly unit: FactUnit }>
> = {
  hrvMs: { id: "hrv", label: "HRV", unit: "ms" },
  restingHrBpm: { id: "resting-hr", label: "Resting heart rate", unit: "bpm" },
  sleepS: { id: "sleep", label: "Sleep", unit: "s" },
  respirationBrpm: { id: "respiration", label: "Breaths a minute", unit: "count" },
  weightKg: { id: "weight", label: "Weight", unit: "kg" },
  feel: { id: "feel", label: "How you felt", unit: "rating" },
  symptoms: { id: "symptoms", label: "Symptoms of illness", unit: "count" },
  load: { id: "load", label: "Training load", unit: "load" },
  fitness: { id: "fitness", label: "Fitness", unit: "load/day" },
  form: { id: "form", label: "Form", unit: "load/day" },
};
