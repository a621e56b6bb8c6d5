import type { RecommendedWorkout, WorkoutStep } from "@/lib/training/plan/workout-types";
import { formatDuration } from "@/lib/units/format-duration";
import { formatHours } from "@/lib/units/format-hours";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatTarget } from "./format-target";

/**
 * The part that matters in one line: "3 × 8 min at 205–220 W", "50 min at 4:50–5:10 /km".
 * Work steps that differ from each other are counted, not described.
 */
export function mainSet(workout: RecommendedWorkout, units: UnitSystem): string | null {
  const of = (kind: WorkoutStep["kind"]) => workout.steps.filter((step) => step.kind === kind);
  const work = of("work");
  const steady = of("steady");
  const first = work[0] ?? steady[0];
  if (!first) return null;
  if (first.exercise) return `${work.length} exercises, ${first.exercise.sets} × each`;
  const one = (step: WorkoutStep) => effort(step, workout, units);
  const ride = steady[0];
  if (ride && first.sport) return `${one(ride)}, then run ${one(first)}`;
  if (work.length === 0) return steady.map(one).join(", then ");
  if (!work.every((step) => isAlike(step, first))) return `${work.length} efforts`;
  return `${work.length === 1 ? "" : `${work.length} × `}${one(first)}`;
}

function effort(step: WorkoutStep, { sport }: RecommendedWorkout, units: UnitSystem): string {
  const target = formatTarget(step.target, step.sport ?? sport, units);
  return `${stepLength(step.durationS)}${target === null ? " by feel" : ` at ${target}`}`;
}

function isAlike(a: WorkoutStep, b: WorkoutStep): boolean {
  return (
    a.durationS === b.durationS &&
    a.target.kind === b.target.kind &&
    a.target.low === b.target.low &&
    a.target.high === b.target.high
  );
}

/** "8 min", "1 h 30", and "1:30 min" or "40 s" where minutes are too coarse. */
function stepLength(durationS: number): string {
  if (durationS < 60) return `${Math.round(durationS)} s`;
  if (durationS < 600 && durationS % 60 !== 0) return `${formatDuration(durationS)} min`;
  return formatHours(durationS);
}
