import type { Streams } from "../activity/activity-types";
import type { PlannedStep } from "../plan/planned-workout";
import type { StepCost } from "./place-steps";

/** A step that ends by the lap button may be of any length; leaving it out costs as if it were this long. */
const OPEN_S = 30;
const WORK = { skip: 0.4, shorter: 0.5, longer: 0.5 };
const LEAST = 0.25;
const EASY = { skip: 0.25, shorter: 0.5, longer: 0.1 };

export type StepLength = Pick<StepCost, "planned" | "ruler" | "unitS">;
export type StepWeights = Pick<StepCost, "skipS" | "shorter" | "longer" | "least">;

/** How each step is measured: by the timer, by distance, or not at all. */
export function stepLengths(
  steps: readonly PlannedStep[],
  channels: Streams["channels"],
  lengthS: number,
): StepLength[] {
  const time = Float64Array.from({ length: lengthS + 1 }, (_, t) => t);
  const distance = channels.distanceM ? distanceRuler(channels.distanceM) : null;
  const metres = distance?.at(-1) ?? 0;
  return steps.map(({ length, target }) => {
    if (length.by === "time") return { planned: length.seconds, ruler: time, unitS: 1 };
    if (length.by === "open" || distance === null || metres <= 0) {
      return { planned: null, ruler: time, unitS: 1 };
    }
    const speed = target.kind === "speed" ? (target.low ?? target.high) : null;
    return { planned: length.metres, ruler: distance, unitS: 1 / (speed || metres / lengthS) };
  });
}

/** What it costs to leave a step out or to make it too short or too long. */
export function stepWeights({ planned, unitS }: StepLength, isHard: boolean): StepWeights {
  const { skip, shorter, longer } = isHard ? WORK : EASY;
  return {
    skipS: skip * (planned === null ? OPEN_S : planned * unitS),
    shorter,
    longer,
    least: LEAST,
  };
}

/** Metres before each second; nothing is added where none were recorded. */
function distanceRuler({ values, valid }: NonNullable<Streams["channels"]["distanceM"]>) {
  const ruler = new Float64Array(values.length + 1);
  let first: number | null = null;
  for (let t = 0; t < values.length; t++) {
    const metres = values[t] as number;
    if (valid[t] === 1) first ??= metres;
    const covered = valid[t] === 1 && first !== null ? metres - first : 0;
    ruler[t + 1] = Math.max(ruler[t] as number, covered);
  }
  return ruler;
}
