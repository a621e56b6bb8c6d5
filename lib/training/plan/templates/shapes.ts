import type { IntensityLevel } from "../intensity-levels";
import type {
  BlockStep,
  Scaled,
  SeasonPhase,
  TemplateExercise,
  WorkoutBody,
  WorkoutTemplate,
} from "../template-types";

export const ANY_PHASE: readonly SeasonPhase[] = [
  ...(["base", "build", "peak", "taper", "race_week", "recovery"] as const),
];
export const BEFORE_TAPER: readonly SeasonPhase[] = ["base", "build", "peak"];
export const TOWARDS_RACE: readonly SeasonPhase[] = ["build", "peak", "taper", "race_week"];
export const RACE_SHARP: readonly SeasonPhase[] = ["peak", "taper", "race_week"];

const MINUTE = 60;

/** Minutes as the range of seconds that a session may last. */
export function minutes(least: number, most: number): readonly [number, number] {
  return [least * MINUTE, most * MINUTE];
}

type Head = Pick<
  WorkoutTemplate,
  "id" | "sport" | "kind" | "title" | "purpose" | "phases" | "durationS" | "note"
>;

/** One level from warm-up to cool-down. */
export function steady(head: Head, level: IntensityLevel): WorkoutTemplate {
  return parts(head, [{ share: 1, level }]);
}

export function parts(
  head: Head,
  shares: Extract<WorkoutBody, { form: "parts" }>["parts"],
): WorkoutTemplate {
  const ends = { warmupS: 300, cooldownS: 300, base: "recovery" as const };
  return { ...head, ...ends, body: { form: "parts", parts: shares } };
}

/** @param ends minutes of warm-up and cool-down */
export function repeats(
  head: Head,
  ends: readonly [warmup: number, cooldown: number],
  count: readonly [least: number, most: number],
  block: readonly BlockStep[],
): WorkoutTemplate {
  const [warmupS, cooldownS] = [ends[0] * MINUTE, ends[1] * MINUTE];
  const body = { form: "repeats", min: count[0], max: count[1], block } as const;
  return { ...head, warmupS, cooldownS, base: "endurance", body };
}

export function exercises(
  head: Head,
  level: IntensityLevel,
  sets: readonly [least: number, most: number],
  setS: readonly [least: number, most: number],
  list: readonly TemplateExercise[],
): WorkoutTemplate {
  const ends = { warmupS: 300, cooldownS: 120, base: "recovery" as const };
  return { ...head, ...ends, body: { form: "exercises", sets, setS, level, exercises: list } };
}

export function work(seconds: Scaled, level: IntensityLevel): BlockStep {
  return { kind: "work", seconds, level };
}

export function workByFeel(seconds: Scaled, level: IntensityLevel): BlockStep {
  return { kind: "work", seconds, level, byFeel: true };
}

export function rest(seconds: number, level: IntensityLevel = "recovery"): BlockStep {
  return { kind: "recovery", seconds, level };
}

/** A set: the pair so many times, with a longer rest in the place of the last. */
export function setOf(
  times: number,
  effort: BlockStep,
  pause: BlockStep,
  after: BlockStep,
): BlockStep[] {
  return Array.from({ length: times }, (_, i) => [effort, i + 1 < times ? pause : after]).flat();
}
