/**
 * The work bouts of an activity, found in what was recorded: no plan and no lap button needed.
 * INT-1: 20 s mean of the output, split into easy and hard where both groups are most alike within
 * (Otsu), bouts of 30 s or more, breaks under 15 s bridged, edges moved to where the output itself crosses.
 * Reference: Otsu, "A threshold selection method from gray-level histograms" (1979); durations are conventions.
 * Valid: power, speed or heart rate at 1 Hz; an even effort has no bouts. Outdoors, held stretches of an
 * unplanned ride are found too: they are bouts, though nobody meant them as intervals.
 */
import type { Channel } from "./activity-types";
import { centredMean } from "./centred-mean";
import { splitLevel } from "./split-level";

const SMOOTHING_S = 20;
const SHORTEST_BOUT_S = 30;
const BRIDGED_BREAK_S = 15;
/** A bout is held: what varies more within is a hill, a chase or traffic. */
const MAX_VARIATION = 0.12;

export type WorkBout = {
  readonly startS: number;
  readonly endS: number;
  /** Mean output of the bout, in the unit of the channel. */
  readonly mean: number;
};

export function detectIntervals(output: Channel, timerOn: Uint8Array): WorkBout[] {
  const smooth = centredMean(output, SMOOTHING_S);
  const isUsed = (s: number) => smooth.valid[s] === 1 && timerOn[s] === 1;
  const split = splitLevel(smooth, isUsed);
  if (split === null) return [];
  const exact = hardStretches(smooth, isUsed, split).map((stretch) =>
    withExactEdges(stretch, output, split),
  );
  return bridged(exact)
    .filter(({ startS, endS }) => endS - startS >= SHORTEST_BOUT_S)
    .filter(({ startS, endS }) => variation(smooth, startS, endS) <= MAX_VARIATION)
    .map(({ startS, endS }) => ({ startS, endS, mean: meanOf(output, startS, endS) }));
}

type Stretch = { startS: number; endS: number };
type Uses = (second: number) => boolean;

function hardStretches(smooth: Channel, isUsed: Uses, split: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let s = 0; s < smooth.values.length; s++) {
    if (!isUsed(s) || (smooth.values[s] as number) < split) continue;
    const last = stretches.at(-1);
    if (last?.endS === s) last.endS = s + 1;
    else stretches.push({ startS: s, endS: s + 1 });
  }
  return stretches;
}

function bridged(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = [];
  for (const { startS, endS } of stretches) {
    const last = whole.at(-1);
    if (last && startS - last.endS < BRIDGED_BREAK_S) last.endS = endS;
    else whole.push({ startS, endS });
  }
  return whole;
}

/** The mean blurs an edge over half its window: look there for the second itself. */
function withExactEdges({ startS, endS }: Stretch, output: Channel, split: number): Stretch {
  const half = SMOOTHING_S / 2;
  const isHard = (s: number) => output.valid[s] === 1 && (output.values[s] as number) >= split;
  let start = Math.max(0, startS - half);
  while (start < startS + half && start < endS && !isHard(start)) start++;
  let end = Math.min(output.values.length, endS + half);
  while (end > endS - half && end > start && !isHard(end - 1)) end--;
  return { startS: start, endS: end };
}

/** Standard deviation within the bout as part of its mean, without the edges that the mean blurs. */
function variation(smooth: Channel, startS: number, endS: number): number {
  const edge = Math.min(SMOOTHING_S / 2, Math.floor((endS - startS) / 3));
  const from = startS + edge;
  const to = endS - edge;
  const mean = meanOf(smooth, from, to);
  let squares = 0;
  let seconds = 0;
  for (let s = from; s < to; s++) {
    if (smooth.valid[s] === 0) continue;
    squares += ((smooth.values[s] as number) - mean) ** 2;
    seconds++;
  }
  return mean > 0 && seconds > 0 ? Math.sqrt(squares / seconds) / mean : Number.POSITIVE_INFINITY;
}

function meanOf(channel: Channel, startS: number, endS: number): number {
  let sum = 0;
  let seconds = 0;
  for (let s = startS; s < endS; s++) {
    if (channel.valid[s] === 0) continue;
    sum += channel.values[s] as number;
    seconds++;
  }
  return seconds > 0 ? sum / seconds : Number.NaN;
}
