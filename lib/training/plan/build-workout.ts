/**
 * One workout from a template, fitted into a duration, with targets in the athlete's own numbers.
 * PLN-10, PLN-11: durations and loads of the steps sum to the workout's.
 * Reference: science.md 22.
 * Valid: null when the template does not fit the duration; exercises may end before it.
 */
import type { AthleteSettings } from "../activity/activity-types";
import type { Sport } from "../activity/sports";
import { layOutSteps } from "./lay-out-steps";
import { stepLoad } from "./step-load";
import { stepTarget, targetByFeel } from "./step-target";
import { HARD_KINDS, type TemplateSport, type WorkoutTemplate } from "./template-types";
import type { RecommendedWorkout } from "./workout-types";

/** @param runSettings of a brick's run: its thresholds are not those of the ride */
export function buildWorkout(
  template: WorkoutTemplate,
  durationS: number,
  settings: AthleteSettings,
  runSettings = settings,
): RecommendedWorkout | null {
  const laid = layOutSteps(template, durationS);
  if (laid === null) return null;
  const sport = sportOf(template.sport);
  const steps = laid.map(({ kind, sport: other, durationS: seconds, level, byFeel, exercise }) => ({
    kind,
    ...(other && { sport: other }),
    durationS: seconds,
    target: byFeel
      ? targetByFeel(level)
      : stepTarget(level, other ?? sport, other ? runSettings : settings),
    load: stepLoad(seconds, level, other ?? sport),
    ...(exercise && { exercise }),
  }));
  return {
    templateId: template.id,
    title: template.title,
    sport,
    purpose: template.purpose,
    ...(template.note !== undefined && { note: template.note }),
    durationS: steps.reduce((sum, step) => sum + step.durationS, 0),
    load: steps.reduce((sum, step) => sum + step.load, 0),
    intensity: intensityOf(template),
    steps,
  };
}

/** As recordings name it: mobility is recorded as yoga. */
function sportOf(sport: TemplateSport): Sport {
  return sport === "mobility" ? "yoga" : sport;
}

/** Strides are short enough to leave an easy run easy. */
function intensityOf({ kind }: WorkoutTemplate): RecommendedWorkout["intensity"] {
  if (HARD_KINDS.has(kind)) return "hard";
  return kind === "recovery" || kind === "endurance" || kind === "mobility" ? "easy" : "moderate";
}
