/**
 * The steps of a template for a session of a given length, before anybody's thresholds.
 * PLN-10, PLN-11: as many repetitions as fit, then longer ones; the durations sum to the session's.
 * Reference: science.md 22.
 * Valid: null when the length is outside the template's range, or too short for its fewest repetitions.
 */
import type { IntensityLevel } from "./intensity-levels";
import type { Scaled, TemplateExercise, WorkoutBody, WorkoutTemplate } from "./template-types";
import type { WorkoutStep } from "./workout-types";

/** A steady body shorter than this is no training. */
const MIN_BODY_S = 300;
/** Time left beside the repeats becomes a step of its own from here on, else warm-up. */
const MIN_FILL_S = 300;
/** How far the ranges of a template are opened; the widest that leaves all repetitions wins. */
const STRETCHES = [1, 0.75, 0.5, 0.25, 0] as const;
const SCALED_TO_S = 15;
const SET_TO_S = 5;

export type LaidStep = {
  readonly kind: WorkoutStep["kind"];
  readonly sport?: "running";
  readonly durationS: number;
  readonly level: IntensityLevel;
  readonly byFeel?: true;
  readonly exercise?: TemplateExercise & { readonly sets: number };
};

export function layOutSteps(template: WorkoutTemplate, durationS: number): LaidStep[] | null {
  const [least, most] = template.durationS;
  if (durationS < least || durationS > most) return null;
  const { body } = template;
  switch (body.form) {
    case "parts":
      return withParts(template, body, durationS);
    case "repeats":
      return withRepeats(template, body, durationS);
    case "brick":
      return asBrick(template, body, durationS);
    case "exercises":
      return withExercises(template, body, durationS);
  }
}

type Body<Form extends WorkoutBody["form"]> = Extract<WorkoutBody, { form: Form }>;

function withParts(
  { warmupS, cooldownS, base }: WorkoutTemplate,
  { parts }: Body<"parts">,
  durationS: number,
): LaidStep[] | null {
  const bodyS = durationS - warmupS - cooldownS;
  if (bodyS < MIN_BODY_S) return null;
  const [first, ...others] = parts.map(({ share, level }): LaidStep => {
    return { kind: "steady", durationS: Math.floor((bodyS * share) / 60) * 60, level };
  });
  if (!first) return null;
  // What rounding left goes to the first, the easiest.
  const firstS = bodyS - others.reduce((sum, step) => sum + step.durationS, 0);
  return [
    { kind: "warmup", durationS: warmupS, level: base },
    { ...first, durationS: firstS },
    ...others,
    { kind: "cooldown", durationS: cooldownS, level: base },
  ];
}

/** The run is not warmed up for: the ride has done that. */
function asBrick(
  { warmupS, cooldownS, base }: WorkoutTemplate,
  { level, runShare, runLevel }: Body<"brick">,
  durationS: number,
): LaidStep[] | null {
  const runS = Math.round((durationS * runShare) / MIN_BODY_S) * MIN_BODY_S;
  const rideS = durationS - runS - warmupS;
  if (rideS < MIN_BODY_S || runS - cooldownS < MIN_BODY_S) return null;
  return [
    { kind: "warmup", durationS: warmupS, level: base },
    { kind: "steady", durationS: rideS, level },
    { kind: "work", sport: "running", durationS: runS - cooldownS, level: runLevel },
    { kind: "cooldown", sport: "running", durationS: cooldownS, level: base },
  ];
}

function withRepeats(
  { warmupS, cooldownS, base }: WorkoutTemplate,
  { min, max, block }: Body<"repeats">,
  durationS: number,
): LaidStep[] | null {
  const roomS = durationS - warmupS - cooldownS;
  const last = block.at(-1);
  // No rest follows the last repetition.
  const tailS = last?.kind === "recovery" ? scaled(last.seconds, 0) : 0;
  const cycleS = (stretch: number) =>
    block.reduce((sum, { seconds }) => sum + scaled(seconds, stretch), 0);
  const fitting = (stretch: number) => Math.floor((roomS + tailS) / cycleS(stretch));
  const stretch = STRETCHES.find((one) => fitting(one) >= max) ?? 0;
  const count = Math.min(fitting(stretch), max);
  if (count < min) return null;
  const leftS = roomS - (count * cycleS(stretch) - tailS);
  const fillS = leftS >= MIN_FILL_S ? leftS : 0;
  const steps: LaidStep[] = [];
  for (let i = 0; i < count; i++) {
    for (const { seconds, ...step } of block) {
      steps.push({ ...step, durationS: scaled(seconds, stretch) });
    }
  }
  if (tailS > 0) steps.pop();
  return [
    { kind: "warmup", durationS: warmupS + leftS - fillS, level: base },
    ...steps,
    ...(fillS > 0 ? [{ kind: "steady", durationS: fillS, level: base } as const] : []),
    { kind: "cooldown", durationS: cooldownS, level: "recovery" },
  ];
}

function scaled(seconds: Scaled, stretch: number): number {
  if (typeof seconds === "number") return seconds;
  const [least, most] = seconds;
  return least + Math.floor(((most - least) * stretch) / SCALED_TO_S) * SCALED_TO_S;
}

/** May be shorter than asked: more sets than the template has are no better. */
function withExercises(
  { warmupS, cooldownS, base }: WorkoutTemplate,
  { sets: [fewest, mostSets], setS: [shortest, longest], level, exercises }: Body<"exercises">,
  durationS: number,
): LaidStep[] | null {
  const roomS = durationS - warmupS - cooldownS;
  const sets = Math.min(mostSets, Math.floor(roomS / (exercises.length * shortest)));
  if (sets < fewest) return null;
  const fittingS = Math.floor(roomS / (exercises.length * sets * SET_TO_S)) * SET_TO_S;
  const setS = Math.min(longest, fittingS);
  return [
    { kind: "warmup", durationS: warmupS, level: base },
    ...exercises.map((exercise) => ({
      ...({ kind: "work", durationS: sets * setS, level } as const),
      exercise: { ...exercise, sets },
    })),
    { kind: "cooldown", durationS: cooldownS, level: base },
  ];
}
