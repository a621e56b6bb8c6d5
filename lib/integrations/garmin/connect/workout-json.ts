import type { WorkoutToUpload } from "@/lib/integrations/source-ports";
import type { Sport } from "@/lib/training/activity/sports";
import { foldRepeats } from "@/lib/training/plan/fold-repeats";
import type {
  PlannedLength,
  PlannedStep,
  PlannedTarget,
} from "@/lib/training/plan/planned-workout";

/** Garmin's numbers; they win over the words beside them, and nobody is told when they differ. */
const SPORTS: { readonly [Name in Sport]?: readonly [id: number, key: string] } = {
  running: [1, "running"],
  cycling: [2, "cycling"],
  swimming: [4, "swimming"],
  strength: [5, "strength_training"],
};
const STEPS: Readonly<Record<PlannedStep["kind"], readonly [id: number, key: string]>> = {
  warmup: [1, "warmup"],
  cooldown: [2, "cooldown"],
  work: [3, "interval"],
  steady: [3, "interval"],
  recovery: [4, "recovery"],
};
const LAP_BUTTON = { conditionTypeId: 1, conditionTypeKey: "lap.button" };
const TIME = { conditionTypeId: 2, conditionTypeKey: "time" };
const DISTANCE = { conditionTypeId: 3, conditionTypeKey: "distance" };
const ITERATIONS = { conditionTypeId: 7, conditionTypeKey: "iterations" };
const TITLE_LENGTH = 32;

type Json = Readonly<Record<string, unknown>>;

/** POST /workout-service/workout. Null for a sport that Garmin's workouts do not know. */
export function workoutJson({ title, sport, steps }: WorkoutToUpload): Json | null {
  const known = SPORTS[sport];
  if (!known) return null;
  const sportType = { sportTypeId: known[0], sportTypeKey: known[1] };
  const workoutSteps: Json[] = [];
  // The order runs on through the steps of a repetition.
  let order = 1;
  let group = 0;
  for (const { times, steps: block } of foldRepeats(steps)) {
    if (times === 1) {
      const first = order;
      workoutSteps.push(...block.map((step, i) => stepJson(step, sport, first + i, null)));
      order += block.length;
      continue;
    }
    group += 1;
    const [first, inGroup] = [order + 1, group];
    const inner = block.map((step, i) => stepJson(step, sport, first + i, inGroup));
    workoutSteps.push(repeatJson(times, inner, order, group));
    order += 1 + block.length;
  }
  return {
    workoutName: title.slice(0, TITLE_LENGTH),
    sportType,
    workoutSegments: [{ segmentOrder: 1, sportType, workoutSteps }],
  };
}

function repeatJson(times: number, steps: readonly Json[], order: number, group: number): Json {
  return {
    type: "RepeatGroupDTO",
    stepOrder: order,
    stepType: { stepTypeId: 6, stepTypeKey: "repeat" },
    childStepId: group,
    numberOfIterations: times,
    endCondition: ITERATIONS,
    endConditionValue: times,
    smartRepeat: false,
    workoutSteps: steps,
  };
}

function stepJson(
  { kind, length, target }: PlannedStep,
  sport: Sport,
  order: number,
  group: number | null,
): Json {
  const [stepTypeId, stepTypeKey] = STEPS[kind];
  return {
    type: "ExecutableStepDTO",
    stepOrder: order,
    stepType: { stepTypeId, stepTypeKey },
    ...(group !== null && { childStepId: group }),
    ...endJson(length),
    ...targetJson(target, sport),
  };
}

function endJson(length: PlannedLength): Json {
  switch (length.by) {
    case "time":
      return { endCondition: TIME, endConditionValue: length.seconds };
    case "distance":
      return { endCondition: DISTANCE, endConditionValue: length.metres };
    case "open":
      return { endCondition: LAP_BUTTON, endConditionValue: null };
  }
}

const NO_TARGET = {
  targetType: { workoutTargetTypeId: 1, workoutTargetTypeKey: "no.target" },
  targetValueOne: null,
  targetValueTwo: null,
};

/** Ranges as values, never as zones: the watch's zones may be others than the athlete's here. */
function targetJson({ kind, low, high }: PlannedTarget, sport: Sport): Json {
  if (kind === "rpe" && low !== null && high !== null) {
    return { ...NO_TARGET, description: `Effort ${low} to ${high} of 10` };
  }
  // A watch knows no open end, and swimming by the clock has no target on it.
  if (low === null || high === null || sport === "swimming") return NO_TARGET;
  const range = (id: number, key: string, one: number, two: number) => ({
    targetType: { workoutTargetTypeId: id, workoutTargetTypeKey: key },
    targetValueOne: one,
    targetValueTwo: two,
  });
  switch (kind) {
    case "power":
      return range(2, "power.zone", Math.round(low), Math.round(high));
    case "cadence":
      return range(3, "cadence.zone", Math.round(low), Math.round(high));
    case "heart_rate":
      return range(4, "heart.rate.zone", Math.round(low), Math.round(high));
    case "speed":
      // A pace has its faster end first.
      return sport === "cycling"
        ? range(5, "speed.zone", low, high)
        : range(6, "pace.zone", high, low);
    default:
      return NO_TARGET;
  }
}
