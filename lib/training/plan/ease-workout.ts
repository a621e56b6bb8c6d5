/**
 * What a morning that asks for less makes of the intended session.
 * RDY-S11: less volume (60 % of the time), less intensity, or both; never more load than intended.
 * Reference: Section 11 (science.md 11); the 60 % is a convention.
 * Valid: null when nothing that is left of it would help.
 */
import { loadRoom } from "./load-room";
import { pickWorkout, sportOfKind } from "./pick-workout";
import type { RecommendationInput, TrainedSport } from "./recommendation-input";
import type { WorkoutKind } from "./template-types";
import { workoutDuration } from "./workout-duration";
import type { RecommendedWorkout } from "./workout-types";

/** What an eased session keeps of its length when volume is to be cut. */
const EASED_VOLUME = 0.6;

export function easeWorkout(
  kind: WorkoutKind,
  intended: RecommendedWorkout,
  trained: TrainedSport,
  input: RecommendationInput,
): RecommendedWorkout | null {
  const { modification } = input.decision;
  const cutsVolume = modification !== "intensity";
  const durationS = Math.floor((intended.durationS * (cutsVolume ? EASED_VOLUME : 1)) / 300) * 300;
  const first: WorkoutKind =
    modification === "volume" ? kind : intended.intensity === "easy" ? "recovery" : "endurance";
  const tries: readonly WorkoutKind[] =
    modification === "both"
      ? ["recovery", "mobility"]
      : [first, "endurance", "recovery", "mobility"];
  const limits = { ...input, room: Math.min(loadRoom(input.load), intended.load) };
  for (const wanted of tries) {
    const usualS = workoutDuration(wanted, sportOfKind(wanted, trained), trained.volume, input);
    const workout = pickWorkout(wanted, trained, Math.min(durationS, usualS), limits);
    if (workout) return workout;
  }
  return null;
}
