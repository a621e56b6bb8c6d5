import type { TrainingPhase } from "../recovery/readiness-signals";
import type { IntensityLevel } from "./intensity-levels";

export const WORKOUT_KINDS = [
  "recovery",
  "endurance",
  "long",
  "brick",
  "tempo",
  "threshold",
  "vo2max",
  "anaerobic",
  "openers",
  "strength",
  "mobility",
] as const;
export type WorkoutKind = (typeof WORKOUT_KINDS)[number];

/** Kinds that need two days before the next of them (PLN-7). */
export const HARD_KINDS: ReadonlySet<WorkoutKind> = new Set(["threshold", "vo2max", "anaerobic"]);

export const ENDURANCE_SPORTS = ["cycling", "running", "swimming"] as const;
export type EnduranceSport = (typeof ENDURANCE_SPORTS)[number];
export type TemplateSport = EnduranceSport | "strength" | "mobility";

/** Where in the season a day lies; "recovery" is the week after a race. */
export type SeasonPhase = TrainingPhase | "recovery";

/** A number that the template fixes, or the range in which it may be scaled. */
export type Scaled = number | readonly [least: number, most: number];

export type BlockStep = {
  readonly kind: "work" | "recovery";
  readonly seconds: Scaled;
  readonly level: IntensityLevel;
  /** Where no watch tells the truth, as uphill: held by feel whatever is known. */
  readonly byFeel?: true;
};

export type TemplateExercise = {
  readonly name: string;
  readonly repetitions?: readonly [least: number, most: number];
  readonly holdS?: number;
  readonly isPerSide?: true;
};

export type WorkoutBody =
  /** One level after the other; the shares sum to 1. */
  | {
      readonly form: "parts";
      readonly parts: readonly { readonly share: number; readonly level: IntensityLevel }[];
    }
  /** The block again and again; no rest follows the last of its repetitions. */
  | {
      readonly form: "repeats";
      readonly min: number;
      readonly max: number;
      readonly block: readonly BlockStep[];
    }
  /** A ride at one level, then a run off the bike: that share of the session, to five minutes. */
  | {
      readonly form: "brick";
      readonly level: IntensityLevel;
      readonly runShare: number;
      readonly runLevel: IntensityLevel;
    }
  /** Every exercise for so many sets; a set is counted with its pause. */
  | {
      readonly form: "exercises";
      readonly sets: readonly [least: number, most: number];
      readonly setS: readonly [least: number, most: number];
      readonly level: IntensityLevel;
      readonly exercises: readonly TemplateExercise[];
    };

export type WorkoutTemplate = {
  readonly id: string;
  readonly sport: TemplateSport;
  readonly kind: WorkoutKind;
  readonly title: string;
  readonly purpose: string;
  readonly phases: readonly SeasonPhase[];
  /** The session's length, warm-up and cool-down included, for which the shape makes sense. */
  readonly durationS: readonly [least: number, most: number];
  readonly warmupS: number;
  readonly cooldownS: number;
  /** Level of the warm-up and of what is left beside the repeats. */
  readonly base: IntensityLevel;
  readonly body: WorkoutBody;
  /** What the steps cannot say: the place, the cadence, the pool. */
  readonly note?: string;
};
