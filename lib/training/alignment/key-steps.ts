import type { PlannedStep } from "../plan/planned-workout";

/** The steps that the workout is about: its work, else the longest of the steady ones, else all. */
export function keySteps(steps: readonly PlannedStep[]): ReadonlySet<PlannedStep> {
  const work = steps.filter(({ kind }) => kind === "work");
  if (work.length > 0) return new Set(work);
  const steady = steps.filter(({ kind }) => kind === "steady");
  return new Set(steady.length > 0 ? steady : steps);
}
