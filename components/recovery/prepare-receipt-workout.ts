import type { Receipt } from "@/db/queries/recovery-history";
import { workoutOfDay } from "@/lib/training/plan/chosen-workout";
import { explainWorkout, type RuleStep } from "@/lib/training/plan/explain-workout";
import type { LimitCheck } from "@/lib/training/plan/limit-check";
import { limitChecks } from "@/lib/training/plan/limit-checks";
import type { TemplateOutcome } from "@/lib/training/plan/pick-workout";
import { RECOMMENDATION_FORMULA, recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type { InputRow } from "./input-row";
import { workoutInputs } from "./workout-inputs";
import { type PathStep, pathSteps } from "./workout-path";

export type ReceiptWorkoutView = {
  /** What the reader has to know of the path; null when it led to what was recommended. */
  readonly note: string | null;
  readonly steps: readonly PathStep[];
  readonly rules: readonly RuleStep[];
  readonly templates: readonly TemplateOutcome[];
  readonly limits: readonly LimitCheck[];
  readonly inputs: readonly InputRow[];
};

type Kept = Pick<Receipt, "recommendation" | "workoutInput" | "response" | "chosen" | "units">;

const NOTHING = { note: null, steps: [], rules: [], templates: [], limits: [], inputs: [] };

/** From what was kept: the path is walked again, by the rules of the version that it was made with. */
export function prepareReceiptWorkout(kept: Kept): ReceiptWorkoutView {
  const { recommendation, workoutInput: input } = kept;
  if (!input)
    return { ...NOTHING, note: "Of this day, nothing that the workout was made from is kept." };
  const inputs = workoutInputs(input, kept.units);
  if (recommendation.formula !== RECOMMENDATION_FORMULA) {
    const note = `Made with earlier rules (${recommendation.formula}): what it was made from is kept, their path is not.`;
    return { ...NOTHING, note, inputs };
  }
  const path = explainWorkout(input);
  const led = recommendWorkout(input).workout;
  const workout = workoutOfDay(kept);
  return {
    note: isAlike(led, recommendation.workout) ? null : LATER,
    steps: pathSteps(path, input, led),
    rules: path.rules,
    templates: path.templates,
    limits: workout ? limitChecks(workout, input) : [],
    inputs,
  };
}

const LATER =
  "You had answered before the last numbers came, so the workout stayed. This is the path of the numbers that came last.";

function isAlike(a: RecommendedWorkout | null, b: RecommendedWorkout | null): boolean {
  return a?.templateId === b?.templateId && a?.durationS === b?.durationS;
}
