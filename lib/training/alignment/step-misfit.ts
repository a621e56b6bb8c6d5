/**
 * How badly each second fits a step of the plan: 0 fits, 1 is something else.
 * ALN-1: distance from the target's range as a share of half the gap to the plan's next level (5 % to
 * 25 % of it); forgiven in part where an easy step was easier or a hard one harder. Heart rate: 20 s late.
 * Reference: none; conventions of this product, judged on recordings (see the method page).
 * Valid: without a usable target hard or easy decides (INT-1); without that, a neutral 0.25.
 */
import type { Channel, Streams } from "../activity/activity-types";
import { centredMean } from "../activity/centred-mean";
import { splitLevel } from "../activity/split-level";
import type { Sport } from "../activity/sports";
import type { PlannedStep, PlannedTarget } from "../plan/planned-workout";
import { outputChannel, targetChannel } from "./target-channel";

export const NEUTRAL_MISFIT = 0.25;
const SOFTEST = 0.25;
const HARDEST = 0.05;
const SPLIT_SOFTNESS = 0.1;
/** In a plan without work steps nothing can be mistaken for them: then length counts for more. */
const WITHOUT_WORK = 0.5;
const FORGIVEN_EASY = 0.25;
const FORGIVEN_HARD = 0.5;
const HEART_RATE_LAG_S = 20;
/** The mean that a step is judged by: a tenth of its length, within these. */
const SHORTEST_MEAN_S = 10;
const LONGEST_MEAN_S = 120;

export type Misfit = {
  /** Sums of the misfit of the seconds before each, and of all: of means, and of single seconds. */
  readonly misfit: Float64Array;
  readonly exact: Float64Array;
  /** Seconds of those means. */
  readonly meanS: number;
  /** What speaks for or against the step: its target, hard or easy alone, or nothing. */
  readonly evidence: "target" | "effort" | "none";
};

export type MisfitInput = {
  readonly steps: readonly PlannedStep[];
  readonly keys: ReadonlySet<PlannedStep>;
  /** On the timer's clock. */
  readonly channels: Streams["channels"];
  readonly lengthS: number;
  readonly sport: Sport;
};

type Range = Readonly<Record<"low" | "high" | "softness" | "below" | "above", number>>;

export function stepMisfits(input: MisfitInput): Misfit[] {
  const { steps, keys, channels, lengthS, sport } = input;
  const output = outputChannel(sport, channels);
  const split = output && splitLevel(output);
  const known = new Map<string, Misfit>();
  return steps.map((step) => {
    const meanS = meanSeconds(step);
    const key = JSON.stringify([step.kind, step.target, meanS]);
    const misfit = known.get(key) ?? misfitOf(step, meanS);
    known.set(key, misfit);
    return misfit;
  });

  function misfitOf(step: PlannedStep, meanS: number): Misfit {
    const found = targetChannel(step.target, channels);
    if ("channel" in found) {
      const lagS = step.target.kind === "heart_rate" ? HEART_RATE_LAG_S : 0;
      return sums(found.channel, meanS, lagS, targetRange(step, steps, keys), "target");
    }
    const range = split === null ? null : splitRange(step, split);
    if (output && range) return sums(output, meanS, 0, range, "effort");
    const even = Float64Array.from({ length: lengthS + 1 }, (_, t) => NEUTRAL_MISFIT * t);
    return { misfit: even, exact: even, meanS: 0, evidence: "none" };
  }
}

function meanSeconds({ length }: PlannedStep): number {
  const tenth = length.by === "time" ? length.seconds / 10 : SHORTEST_MEAN_S;
  return Math.min(LONGEST_MEAN_S, Math.max(SHORTEST_MEAN_S, Math.round(tenth)));
}

function targetRange(
  step: PlannedStep,
  steps: readonly PlannedStep[],
  keys: ReadonlySet<PlannedStep>,
): Range {
  const { low, high } = step.target;
  const own = middle(step.target);
  const gaps = steps
    .filter(({ target }) => target.kind === step.target.kind && middle(target) > 0)
    .map(({ target }) => Math.abs(middle(target) - own))
    .filter((gap) => gap > HARDEST * own);
  const half = Math.min(...gaps) / 2;
  const softness = Math.min(SOFTEST * own, Math.max(HARDEST * own, half));
  const isKey = keys.has(step);
  const weight = steps.some(({ kind }) => kind === "work") ? 1 : WITHOUT_WORK;
  return {
    low: low ?? Number.NEGATIVE_INFINITY,
    high: high ?? Number.POSITIVE_INFINITY,
    softness,
    below: weight * (isKey ? 1 : FORGIVEN_EASY),
    above: weight * (isKey ? FORGIVEN_HARD : 1),
  };
}

/** Hard for a work step, easy for a rest; a step of neither kind is told by nothing. */
function splitRange({ kind }: PlannedStep, split: number): Range | null {
  const softness = SPLIT_SOFTNESS * split;
  const all = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY, softness };
  if (kind === "work") return { ...all, low: split, below: 1, above: 0 };
  return kind === "steady" ? null : { ...all, high: split, below: 0, above: 1 };
}

function middle({ low, high }: PlannedTarget): number {
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high ?? 0);
}

function sums(
  channel: Channel,
  meanS: number,
  lagS: number,
  range: Range,
  evidence: Misfit["evidence"],
): Misfit {
  return {
    misfit: summed(centredMean(channel, meanS), lagS, range),
    exact: summed(channel, lagS, range),
    meanS,
    evidence,
  };
}

function summed({ values, valid }: Channel, lagS: number, range: Range): Float64Array {
  const { low, high, softness, below, above } = range;
  const sum = new Float64Array(values.length + 1);
  for (let t = 0; t < values.length; t++) {
    const at = Math.min(values.length - 1, t + lagS);
    const value = values[at] as number;
    let misfit = 0;
    if (valid[at] !== 1) misfit = NEUTRAL_MISFIT;
    else if (value < low) misfit = below * Math.min(1, (low - value) / softness);
    else if (value > high) misfit = above * Math.min(1, (value - high) / softness);
    sum[t + 1] = (sum[t] as number) + misfit;
  }
  return sum;
}
