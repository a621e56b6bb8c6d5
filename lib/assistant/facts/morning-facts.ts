import type { LocalDate } from "@/lib/dates/local-date";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";
import type { RecommendedWorkout, TargetKind } from "@/lib/training/plan/workout-types";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { FactsToday } from "../facts-types";
import type { FactsMorning } from "./facts-input";
import { makeFact } from "./make-fact";

const TARGET_UNITS: Partial<Record<TargetKind, FactUnit>> = {
  power: "W",
  heart_rate: "bpm",
  speed: "m/s",
  rpe: "rpe",
};

/** The morning's answer in words. */
export function morningWords({ value }: AiAllowed<FactsMorning>): FactsToday {
  const { recovery, decision, recommendation } = value;
  const { workout } = recommendation;
  return {
    decision: decision.decision,
    band: recovery.band,
    confidence: recovery.confidence,
    workout: workout && {
      title: workout.title,
      sport: workout.sport,
      intensity: workout.intensity,
    },
  };
}

/** The numbers of the morning's answer: the score and the workout. */
export function morningFacts({ value }: AiAllowed<FactsMorning>, day: LocalDate): Fact[] {
  const { workout } = value.recommendation;
  return [
    ...makeFact("recovery.score", "Recovery score", value.recovery.score, "score", day),
    ...(workout ? workoutFacts(workout, day) : []),
  ];
}

function workoutFacts(workout: RecommendedWorkout, day: LocalDate): Fact[] {
  const work = workout.steps.filter(({ kind }) => kind === "work");
  const main = work[0] ?? workout.steps.find(({ kind }) => kind === "steady");
  // A pace in the water is told over another length.
  const target = workout.sport === "swimming" ? "workout.swim-target" : "workout.target";
  const unit = main && TARGET_UNITS[main.target.kind];
  return [
    ...makeFact("workout.duration", "Today's workout, duration", workout.durationS, "s", day),
    ...makeFact("workout.load", "Today's workout, training load", workout.load, "load", day),
    ...(work.length > 1
      ? makeFact(
          "workout.repeats",
          "Today's workout, repeats of the main set",
          work.length,
          "count",
          day,
        )
      : []),
    ...(work.length > 0
      ? makeFact("workout.step", "Today's workout, each repeat", main?.durationS, "s", day)
      : []),
    ...(unit
      ? [
          ...makeFact(
            `${target}-low`,
            "Today's workout, low end of the target",
            main.target.low,
            unit,
            day,
          ),
          ...makeFact(
            `${target}-high`,
            "Today's workout, high end of the target",
            main.target.high,
            unit,
            day,
          ),
        ]
      : []),
  ];
}
