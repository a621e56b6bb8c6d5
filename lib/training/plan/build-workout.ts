/**
 * One workout from a template, fitted into a duration, with targets in the athlete's own numbers.
 * PLN-10, PLN-11: as many repeats as fit; durations and loads of the steps sum to the workout's.
 * Reference: science.md 22.
 * Valid: null when the duration is too short for the template's fewest repeats.
 */
import type { AthleteSettings } from "../activity/activity-types";
import type { IntensityLevel } from "./intensity-levels";
import { stepLoad } from "./step-load";
import { stepTarget } from "./step-target";
import type { WorkoutTemplate } from "./workout-templates";
import type { RecommendedWorkout, WorkoutStep } from "./workout-types";

/** A steady body shorter than this is no training. */
const MIN_BODY_S = 300;
/** Time left beside the repeats becomes a step of its own from here on, else warm-up. */
const MIN_FILL_S = 300;

type PlannedStep = {
  readonly kind: WorkoutStep["kind"];
  readonly durationS: number;
  readonly level: IntensityLevel;
};

export function buildWorkout(
  template: WorkoutTemplate,
  durationS: number,
  settings: AthleteSettings,
): RecommendedWorkout | null {
  const planned = template.repeats
    ? withRepeats(template, template.repeats, durationS)
    : withBody(template, durationS);
  if (planned === null) return null;
  const steps = planned.map(({ kind, durationS: seconds, level }) => ({
    kind,
    durationS: seconds,
    target: stepTarget(level, template.sport, settings),
    load: stepLoad(seconds, level, template.sport),
  }));
  return {
    templateId: template.id,
    title: template.title,
    sport: template.sport,
    purpose: template.purpose,
    durationS: steps.reduce((sum, step) => sum + step.durationS, 0),
    load: steps.reduce((sum, step) => sum + step.load, 0),
    intensity: intensityOf(template),
    steps,
  };
}

function withBody(template: WorkoutTemplate, durationS: number): PlannedStep[] | null {
  const bodyS = durationS - template.warmupS - template.cooldownS;
  if (bodyS < MIN_BODY_S || !template.body) return null;
  return [
    { kind: "warmup", durationS: template.warmupS, level: template.base },
    { kind: "steady", durationS: bodyS, level: template.body },
    { kind: "cooldown", durationS: template.cooldownS, level: template.base },
  ];
}

function withRepeats(
  template: WorkoutTemplate,
  repeats: NonNullable<WorkoutTemplate["repeats"]>,
  durationS: number,
): PlannedStep[] | null {
  const roomS = durationS - template.warmupS - template.cooldownS;
  const cycleS = repeats.workS + repeats.restS;
  // No rest follows the last repeat.
  const fitting = Math.floor((roomS + repeats.restS) / cycleS);
  if (fitting < repeats.min) return null;
  const count = Math.min(fitting, repeats.max);
  const leftS = roomS - (count * cycleS - repeats.restS);
  const fillS = leftS >= MIN_FILL_S ? leftS : 0;
  const steps: PlannedStep[] = [
    { kind: "warmup", durationS: template.warmupS + leftS - fillS, level: template.base },
  ];
  for (let i = 0; i < count; i++) {
    steps.push({ kind: "work", durationS: repeats.workS, level: repeats.work });
    if (i + 1 < count) {
      steps.push({ kind: "recovery", durationS: repeats.restS, level: repeats.rest });
    }
  }
  if (fillS > 0) steps.push({ kind: "steady", durationS: fillS, level: template.base });
  steps.push({ kind: "cooldown", durationS: template.cooldownS, level: "recovery" });
  return steps;
}

/** Strides are short enough to leave an easy run easy. */
function intensityOf({ kind }: WorkoutTemplate): RecommendedWorkout["intensity"] {
  if (kind === "threshold" || kind === "vo2max") return "hard";
  return kind === "tempo" || kind === "strength" || kind === "long" ? "moderate" : "easy";
}
