import { prepareWorkout } from "@/components/today/prepare-workout";
import type { RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type { UnitSystem } from "@/lib/units/unit-system";

/** "Endurance ride, 1 h 15, load 62". */
export function workoutText(workout: RecommendedWorkout | null, units: UnitSystem): string {
  if (!workout) return "Rest";
  const { title, duration, load } = prepareWorkout(workout, units);
  return `${title}, ${[duration.value, duration.unit].filter(Boolean).join(" ")}, ${load}`;
}
