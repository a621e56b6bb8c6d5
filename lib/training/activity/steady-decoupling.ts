/**
 * Aerobic decoupling of an activity, behind the gates that make it mean something.
 * DEC-QS: without the first 10 and the last 5 min, in halves of equal paired time; unevenness on 60 s means.
 * Reference: gates after quantified-self's protocol v1 (science.md 16).
 * Valid: 40 min or more, steady and not hard, with both channels for most of it; else null with the reason.
 */
import type { Channel } from "./activity-types";
import { aerobicDecoupling } from "./aerobic-decoupling";
import { centredMean } from "./centred-mean";

const SKIPPED_START_S = 600;
const SKIPPED_END_S = 300;
const SMOOTHING_S = 60;
const MIN_TIMER_S = 2400;
const MIN_PAIRED_S = 1800;
const MIN_COVERAGE = 0.6;
const MAX_VARIATION = 0.25;
const MAX_HARD_SHARE = 0.2;

export type Decoupling = {
  readonly decouplingPct: number | null;
  /** Why there is none, in words for the athlete; null when there is one. */
  readonly reason: string | null;
};

export type DecouplingInput = {
  readonly output: Channel;
  readonly heartRate: Channel;
  readonly timerOn: Uint8Array;
  /** Output from which a second is hard (zone 4 and up); null when no threshold is known. */
  readonly hardFrom: number | null;
};

export function steadyDecoupling(input: DecouplingInput): Decoupling {
  const riding = secondsOn(input.timerOn);
  if (riding.length < MIN_TIMER_S) return none("The activity is shorter than 40 minutes.");
  const core = riding.subarray(SKIPPED_START_S, riding.length - SKIPPED_END_S);
  const { output, heartRate } = input;
  const paired = core.filter((s) => output.valid[s] === 1 && heartRate.valid[s] === 1);
  const why =
    coverageProblem(core, paired) ??
    intensityProblem(output, paired, input.hardFrom) ??
    variationProblem(centredMean(output, SMOOTHING_S), paired);
  if (why !== null) return none(why);
  const half = Math.floor(paired.length / 2);
  const means = [paired.subarray(0, half), paired.subarray(half)].map((seconds) => ({
    output: mean(output, seconds),
    heartRateBpm: mean(heartRate, seconds),
  }));
  const [first, second] = means;
  const decouplingPct = first && second ? aerobicDecoupling(first, second) : null;
  return decouplingPct === null ? none("There was no output.") : { decouplingPct, reason: null };
}

function none(reason: string): Decoupling {
  return { decouplingPct: null, reason };
}

function secondsOn(timerOn: Uint8Array): Int32Array {
  const seconds: number[] = [];
  for (let s = 0; s < timerOn.length; s++) if (timerOn[s] === 1) seconds.push(s);
  return Int32Array.from(seconds);
}

function coverageProblem(core: Int32Array, paired: Int32Array): string | null {
  if (paired.length < MIN_PAIRED_S) {
    return `Output and heart rate were recorded together for only ${Math.floor(paired.length / 60)} of the 30 minutes that it takes.`;
  }
  const middle = core[Math.floor(core.length / 2)] as number;
  const before = paired.filter((s) => s < middle).length;
  const perHalf = Math.min(before, paired.length - before) / (core.length / 2);
  if (paired.length / core.length >= MIN_COVERAGE && perHalf >= MIN_COVERAGE) return null;
  return "Output or heart rate is missing for too much of one half.";
}

function intensityProblem(
  output: Channel,
  paired: Int32Array,
  hardFrom: number | null,
): string | null {
  if (hardFrom === null) return null;
  const hard = paired.filter((s) => (output.values[s] as number) >= hardFrom).length;
  const share = hard / paired.length;
  if (share <= MAX_HARD_SHARE) return null;
  return `${Math.round(share * 100)} % of the time was in zone 4 or above: decoupling tells something about easy, steady efforts only.`;
}

function variationProblem(output: Channel, paired: Int32Array): string | null {
  const average = mean(output, paired);
  let squares = 0;
  for (const s of paired) squares += ((output.values[s] as number) - average) ** 2;
  const variation = average > 0 ? Math.sqrt(squares / paired.length) / average : 0;
  if (variation <= MAX_VARIATION) return null;
  return `The effort was too uneven: it varied by ${Math.round(variation * 100)} %, and 25 % is the most that can be judged.`;
}

function mean(channel: Channel, seconds: Int32Array): number {
  let sum = 0;
  for (const s of seconds) sum += channel.values[s] as number;
  return sum / seconds.length;
}
