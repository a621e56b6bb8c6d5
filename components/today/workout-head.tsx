import type { WorkoutView } from "./prepare-workout";

/** What it is, how long, how much: what one reads first. */
export function WorkoutHead({ workout }: { workout: WorkoutView }) {
  return (
    <div className="mt-2 flex items-end justify-between gap-4">
      <div className="min-w-0">
        <p className="text-2xl font-semibold tracking-[-0.02em] text-balance">{workout.title}</p>
        <p className="text-sm text-muted">{workout.line}</p>
      </div>
      <div className="shrink-0 text-right">
        <p className="text-2xl font-semibold tracking-[-0.02em]">
          {workout.duration.value}
          {workout.duration.unit && (
            <span className="ml-1 text-[14px] font-normal tracking-normal text-muted">
              {workout.duration.unit}
            </span>
          )}
        </p>
        <p className="text-sm text-muted">{workout.load}</p>
      </div>
    </div>
  );
}
