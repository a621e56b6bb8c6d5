import { z } from "zod";

const number = z.number().nullish().catch(null);
const ids = (name: string) =>
  z
    .object({ [name]: number })
    .nullish()
    .catch(null);
const step = z.object({
  type: z.string().nullish().catch(null),
  stepType: ids("stepTypeId"),
  endCondition: ids("conditionTypeId"),
  endConditionValue: number,
  targetType: ids("workoutTargetTypeId"),
  targetValueOne: number,
  targetValueTwo: number,
  numberOfIterations: number,
  workoutSteps: z.array(z.unknown()).nullish().catch(null),
});
const workout = z.object({
  sportType: z.object({ sportTypeKey: z.string() }),
  workoutSegments: z.array(z.object({ workoutSteps: z.array(z.unknown()) })),
});

const NO_TARGET = 1;
/** Speeds come back rounded. */
const TOLERANCE = 0.005;

/**
 * Whether Garmin has stored what was sent: sport, steps, lengths and targets. It takes what it
 * does not understand without a word, and a watch would then ask for something else.
 */
export function isSameWorkout(sent: unknown, stored: unknown): boolean {
  const [a, b] = [workout.safeParse(sent), workout.safeParse(stored)];
  if (!a.success || !b.success) return false;
  if (a.data.sportType.sportTypeKey !== b.data.sportType.sportTypeKey) return false;
  const steps = (of: z.output<typeof workout>) =>
    of.workoutSegments.flatMap(({ workoutSteps }) => numbersOf(workoutSteps));
  const [expected, found] = [steps(a.data), steps(b.data)];
  return expected.length === found.length && expected.every((value, i) => isNear(value, found[i]));
}

/** All that counts of steps, in order, as one row of numbers. */
function numbersOf(steps: readonly unknown[]): (number | null)[] {
  return steps.flatMap((one) => {
    const { data } = step.safeParse(one);
    if (!data) return [Number.NaN];
    const target = data.targetType?.workoutTargetTypeId ?? NO_TARGET;
    const hasTarget = target !== NO_TARGET;
    return [
      data.stepType?.stepTypeId ?? null,
      data.endCondition?.conditionTypeId ?? null,
      data.endConditionValue || null,
      target,
      hasTarget ? (data.targetValueOne ?? null) : null,
      hasTarget ? (data.targetValueTwo ?? null) : null,
      data.numberOfIterations ?? null,
      ...numbersOf(data.workoutSteps ?? []),
    ];
  });
}

function isNear(a: number | null, b: number | null | undefined): boolean {
  if (a === null || b === null || b === undefined) return a === (b ?? null);
  return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
}
