/**
 * The library that every recommendation is taken from: typed shapes with ranges, nothing invented.
 * PLN-11: warm-up, then a steady body or repeats of work and rest, then cool-down.
 * Reference: common interval formats of the field; the shapes are a convention of this product.
 * Valid: the length of the body and the number of repeats follow the athlete's recent volume.
 */
import type { IntensityLevel } from "./intensity-levels";

export const WORKOUT_KINDS = [
  "recovery",
  "endurance",
  "long",
  "tempo",
  "threshold",
  "vo2max",
  "strength",
] as const;
export type WorkoutKind = (typeof WORKOUT_KINDS)[number];
export type TemplateSport = "cycling" | "running" | "swimming" | "strength";

export type WorkoutTemplate = {
  readonly id: string;
  readonly sport: TemplateSport;
  readonly kind: WorkoutKind;
  readonly title: string;
  readonly purpose: string;
  readonly warmupS: number;
  readonly cooldownS: number;
  /** Level of warm-up, cool-down and of what is left beside the repeats. */
  readonly base: IntensityLevel;
  /** The steady body; with repeats, none. */
  readonly body?: IntensityLevel;
  readonly repeats?: {
    readonly min: number;
    readonly max: number;
    readonly workS: number;
    readonly work: IntensityLevel;
    readonly restS: number;
    readonly rest: IntensityLevel;
  };
};

export const WORKOUT_TEMPLATES: readonly WorkoutTemplate[] = [
  steady(
    "cycling-recovery-spin",
    "cycling",
    "recovery",
    "Recovery spin",
    "Loosen the legs without adding load.",
    "recovery",
  ),
  steady(
    "cycling-endurance-ride",
    "cycling",
    "endurance",
    "Endurance ride",
    "Build the aerobic base at an effort you could hold for hours.",
    "endurance",
  ),
  steady(
    "cycling-long-ride",
    "cycling",
    "long",
    "Long ride",
    "Lengthen what you can do at a steady effort.",
    "endurance",
  ),
  sets(
    "cycling-tempo-blocks",
    "cycling",
    "tempo",
    "Tempo blocks",
    "Raise the effort that you can hold for a long time.",
    900,
    600,
    { min: 2, max: 4, workS: 900, work: "tempo", restS: 300, rest: "endurance" },
  ),
  sets(
    "cycling-threshold-intervals",
    "cycling",
    "threshold",
    "Threshold intervals",
    "Push up the power that you can hold for an hour.",
    900,
    600,
    { min: 2, max: 5, workS: 600, work: "threshold", restS: 300, rest: "recovery" },
  ),
  sets(
    "cycling-vo2max-intervals",
    "cycling",
    "vo2max",
    "VO2max intervals",
    "Raise the ceiling: three minutes near your maximal oxygen uptake.",
    900,
    600,
    { min: 3, max: 7, workS: 180, work: "vo2max", restS: 180, rest: "recovery" },
  ),
  sets(
    "cycling-30-30",
    "cycling",
    "vo2max",
    "30/30s",
    "Collect time near maximal oxygen uptake in short bites.",
    900,
    600,
    { min: 8, max: 20, workS: 30, work: "anaerobic", restS: 30, rest: "recovery" },
  ),
  steady(
    "running-recovery-run",
    "running",
    "recovery",
    "Recovery run",
    "Move blood, not records: as slow as it needs to be.",
    "recovery",
  ),
  steady(
    "running-easy-run",
    "running",
    "endurance",
    "Easy run",
    "Build the aerobic base at a pace that allows talking.",
    "endurance",
  ),
  steady(
    "running-long-run",
    "running",
    "long",
    "Long run",
    "Lengthen what the legs and the stomach can do.",
    "endurance",
  ),
  sets(
    "running-strides",
    "running",
    "endurance",
    "Easy run with strides",
    "Keep the stride quick without tiring it.",
    900,
    300,
    { min: 4, max: 8, workS: 20, work: "anaerobic", restS: 100, rest: "endurance" },
  ),
  sets("running-tempo-run", "running", "tempo", "Tempo run", "Hold a brisk, even pace.", 720, 480, {
    min: 1,
    max: 3,
    workS: 720,
    work: "tempo",
    restS: 180,
    rest: "endurance",
  }),
  sets(
    "running-cruise-intervals",
    "running",
    "threshold",
    "Cruise intervals",
    "Push up the pace that you can hold for an hour.",
    720,
    480,
    { min: 3, max: 6, workS: 360, work: "threshold", restS: 90, rest: "recovery" },
  ),
  sets(
    "running-vo2max-intervals",
    "running",
    "vo2max",
    "VO2max repeats",
    "Raise the ceiling: three minutes near your maximal oxygen uptake.",
    720,
    480,
    { min: 3, max: 6, workS: 180, work: "vo2max", restS: 150, rest: "recovery" },
  ),
  steady(
    "swimming-technique-swim",
    "swimming",
    "recovery",
    "Technique swim",
    "Feel the water; every length tidy and slow.",
    "recovery",
  ),
  steady(
    "swimming-endurance-swim",
    "swimming",
    "endurance",
    "Endurance swim",
    "Build the aerobic base with an even stroke.",
    "endurance",
  ),
  steady(
    "swimming-long-swim",
    "swimming",
    "long",
    "Long swim",
    "Lengthen the distance that you swim without a break.",
    "endurance",
  ),
  sets(
    "swimming-tempo-sets",
    "swimming",
    "tempo",
    "Tempo sets",
    "Hold a brisk, even stroke.",
    480,
    300,
    { min: 2, max: 5, workS: 360, work: "tempo", restS: 45, rest: "recovery" },
  ),
  sets(
    "swimming-css-intervals",
    "swimming",
    "threshold",
    "Critical speed intervals",
    "Push up the speed that you can hold.",
    480,
    300,
    { min: 5, max: 12, workS: 120, work: "threshold", restS: 20, rest: "recovery" },
  ),
  sets(
    "swimming-speed-sets",
    "swimming",
    "vo2max",
    "Speed sets",
    "Swim faster than you can hold, with time to recover.",
    480,
    300,
    { min: 6, max: 16, workS: 45, work: "vo2max", restS: 45, rest: "recovery" },
  ),
  steady(
    "strength-full-body",
    "strength",
    "strength",
    "Full-body strength",
    "Squat, hinge, push, pull: strength that protects the rest.",
    "endurance",
  ),
  steady(
    "strength-core-mobility",
    "strength",
    "recovery",
    "Core and mobility",
    "Trunk and hips, without tiring the legs.",
    "recovery",
  ),
];

function steady(
  id: string,
  sport: TemplateSport,
  kind: WorkoutKind,
  title: string,
  purpose: string,
  body: IntensityLevel,
): WorkoutTemplate {
  return { id, sport, kind, title, purpose, warmupS: 300, cooldownS: 300, base: "recovery", body };
}

function sets(
  id: string,
  sport: TemplateSport,
  kind: WorkoutKind,
  title: string,
  purpose: string,
  warmupS: number,
  cooldownS: number,
  repeats: NonNullable<WorkoutTemplate["repeats"]>,
): WorkoutTemplate {
  return { id, sport, kind, title, purpose, warmupS, cooldownS, base: "endurance", repeats };
}
