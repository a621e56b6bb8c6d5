import { SPORT_LOOKS } from "@/components/activity/sport-look";
import type { ProfileStep } from "@/components/charts/step-profile";
import { clockFromMinute } from "@/lib/dates/format-clock";
import { type WorkoutAnswer, workoutOfDay } from "@/lib/training/plan/chosen-workout";
import type { RecommendedWorkout, WorkoutExercise } from "@/lib/training/plan/workout-types";
import { formatHours } from "@/lib/units/format-hours";
import { formatLoad } from "@/lib/units/format-load";
import type { UnitSystem } from "@/lib/units/unit-system";
import { mainSet } from "./main-set";

export type WorkoutView = {
  readonly title: string;
  /** "Ride · 3 × 8 min at 205–220 W". */
  readonly line: string;
  readonly duration: { readonly value: string; readonly unit: string };
  readonly load: string;
  readonly steps: readonly ProfileStep[];
  readonly profileLabel: string;
  /** "Goblet squat · 3 × 8–10", of strength and mobility. */
  readonly exercises: readonly string[];
  readonly note: string | null;
};

export type RecommendationView = {
  /** Null on a rest day. */
  readonly workout: WorkoutView | null;
  readonly chip: { readonly text: string; readonly tone: "neutral" | "ease" };
  /** What "Keep" goes back to, "95 min"; null when nothing was changed. */
  readonly keep: string | null;
  readonly rationale: readonly string[];
};

const LONGEST_IN_MINUTES_S = 180 * 60;

/**
 * The workout of the day: what was said yes to, else what was recommended. What it was before is
 * not offered to who is ill.
 */
export function prepareRecommendation(
  answer: WorkoutAnswer,
  units: UnitSystem,
  mayKeep: boolean,
): RecommendationView {
  const { original, rationale } = answer.recommendation;
  const workout = workoutOfDay(answer);
  return {
    workout: workout && prepareWorkout(workout, units),
    chip: chip(answer),
    keep: original && mayKeep ? minutes(original.durationS) : null,
    rationale,
  };
}

export function prepareWorkout(workout: RecommendedWorkout, units: UnitSystem): WorkoutView {
  const set = mainSet(workout, units);
  const sport = workout.sport === "yoga" ? "Mobility" : SPORT_LOOKS[workout.sport].label;
  const kind = workout.isIndoors ? `${sport} indoors` : sport;
  const duration = minutes(workout.durationS);
  const [value = duration, unit = ""] = duration.endsWith(" min")
    ? [duration.slice(0, -4), "min"]
    : [duration];
  return {
    title: workout.title,
    line: set === null ? kind : `${kind} · ${set}`,
    duration: { value, unit },
    load: `${formatLoad(workout.load)} load`,
    steps: workout.steps.map((step) => ({ durationS: step.durationS, zone: step.target.zone })),
    profileLabel: `Profile: ${workout.steps.map(spokenStep).join(", ")}`,
    exercises: workout.steps.flatMap(({ exercise }) => (exercise ? [exerciseText(exercise)] : [])),
    note: noteOf(workout),
  };
}

/** What the steps cannot say: of the template, and from when on a hard one may begin. */
function noteOf({ note, notBeforeMinute }: RecommendedWorkout): string | null {
  const start =
    notBeforeMinute === undefined ? [] : [`Not before ${clockFromMinute(notBeforeMinute)}.`];
  return [...(note ? [note] : []), ...start].join(" ") || null;
}

function chip({ recommendation, response }: WorkoutAnswer): RecommendationView["chip"] {
  const { workout, original } = recommendation;
  if (response === "kept") return { text: "kept", tone: "neutral" };
  if (response === "skipped") return { text: "skipped", tone: "neutral" };
  if (response === "swapped") {
    const from = workout ? workout.title.toLowerCase() : "rest";
    return { text: `instead of ${from}`, tone: "neutral" };
  }
  if (!original) return { text: workout ? "recommended" : "rest day", tone: "neutral" };
  if (!workout) return { text: `instead of ${original.title.toLowerCase()}`, tone: "ease" };
  const isShorter = workout.durationS < original.durationS;
  const from = isShorter ? minutes(original.durationS) : original.title.toLowerCase();
  return { text: `eased from ${from}`, tone: "ease" };
}

/** "Split squat · 3 × 8–10 a side", "Plank · 3 × 40 s". */
function exerciseText({ name, sets, repetitions, holdS, isPerSide }: WorkoutExercise): string {
  const each = repetitions ? repetitions.join("–") : `${holdS} s`;
  return `${name} · ${sets} × ${each}${isPerSide ? " a side" : ""}`;
}

function minutes(durationS: number): string {
  return durationS <= LONGEST_IN_MINUTES_S
    ? `${Math.round(durationS / 60)} min`
    : formatHours(durationS);
}

function spokenStep(step: RecommendedWorkout["steps"][number]): string {
  return `${minutes(step.durationS)} zone ${step.target.zone}`;
}
