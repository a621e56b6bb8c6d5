import type { DeviceValues, RecordedLap } from "@/lib/training/activity/activity-types";
import type {
  PlannedLength,
  PlannedStep,
  PlannedWorkout,
} from "@/lib/training/plan/planned-workout";
import { enumField, type FitContent, type FitFields, numberField, textField } from "./fit-content";
import { fitLapWorkout } from "./fit-lap-workout";
import { fitTarget } from "./fit-target";

const MS = 1000;
const CM = 100;
/** More steps than any workout has, however often its repeats repeat. */
const MOST_STEPS = 500;
const KINDS: Readonly<Record<string, PlannedStep["kind"]>> = {
  active: "work",
  interval: "work",
  rest: "recovery",
  recovery: "recovery",
  warmup: "warmup",
  cooldown: "cooldown",
  other: "steady",
};

/**
 * The workout that the device followed, repeats written out; where the file leaves it out, what
 * its laps tell of it. Null when there was none, or several, or a part of it was repeated until
 * something that the file does not say.
 */
export function fitWorkout(
  { workouts, workoutSteps }: Pick<FitContent, "workouts" | "workoutSteps">,
  laps: readonly RecordedLap[],
  values: DeviceValues,
): PlannedWorkout | null {
  if (workoutSteps.length === 0) return fitLapWorkout(laps);
  if (workouts.length > 1) return null;
  const steps = writtenOut(workoutSteps, values);
  if (steps === null || steps.length === 0) return null;
  return { title: textField(workouts[0] ?? {}, "wktName"), steps };
}

function writtenOut(messages: readonly FitFields[], values: DeviceValues): PlannedStep[] | null {
  const steps: PlannedStep[] = [];
  /** Where each of the device's steps begins among those written out. */
  const begins = new Map<number, number>();
  for (const [place, fields] of messages.entries()) {
    const deviceIndex = numberField(fields, "messageIndex") ?? place;
    const durationType = enumField(fields, "durationType") ?? "open";
    begins.set(deviceIndex, steps.length);
    const more = durationType.startsWith("repeat")
      ? repeated(fields, durationType, steps, begins)
      : [stepOf(fields, deviceIndex, durationType, values)];
    if (more === null || steps.length + more.length > MOST_STEPS) return null;
    steps.push(...more);
  }
  return steps;
}

/** The further rounds of what stands there already; null where no count ends them. */
function repeated(
  fields: FitFields,
  durationType: string,
  steps: readonly PlannedStep[],
  begins: ReadonlyMap<number, number>,
): PlannedStep[] | null {
  const from = begins.get(numberField(fields, "durationValue") ?? -1);
  const rounds = numberField(fields, "targetValue");
  if (durationType !== "repeatUntilStepsCmplt" || from === undefined || rounds === null)
    return null;
  const part = steps.slice(from);
  return part.length * rounds > MOST_STEPS
    ? null
    : Array(Math.max(0, rounds - 1))
        .fill(part)
        .flat();
}

function stepOf(
  fields: FitFields,
  deviceIndex: number,
  durationType: string,
  values: DeviceValues,
): PlannedStep {
  return {
    kind: KINDS[enumField(fields, "intensity") ?? "active"] ?? "steady",
    length: lengthOf(numberField(fields, "durationValue"), durationType),
    target: fitTarget(fields, values),
    deviceIndex,
  };
}

function lengthOf(value: number | null, durationType: string): PlannedLength {
  if (value === null || value <= 0) return { by: "open" };
  if (durationType === "distance") return { by: "distance", metres: value / CM };
  const isTime = durationType === "time" || durationType === "timeOnly";
  return isTime ? { by: "time", seconds: value / MS } : { by: "open" };
}
