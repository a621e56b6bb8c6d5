/**
 * Intervals that the device's laps mark: pressed by hand or laid by a workout's steps.
 * INT-3: laps of 30 s or more whose output is 1.15 times that of the lap before and of the lap after;
 * of these two or more alike in length (20 %) and output (10 %). Laps the device makes alone do not count.
 * Reference: none; conventions of this product, judged on real recordings (see the method page).
 * Valid: output at 1 Hz; a first or last lap has one neighbour. With a threshold at least 0.75 of it.
 */
import type { Channel, RecordedLap } from "./activity-types";
import type { WorkBout } from "./detect-intervals";
import { largestSet } from "./interval-set";

const SHORTEST_S = 30;
const MIN_CONTRAST = 1.15;
const FEWEST = 2;
const LIKENESS = { length: 0.2, output: 0.1 };
const MIN_THRESHOLD_SHARE = 0.75;
/** Laps by distance or time that agree so well are the device's own. */
const SAME = 0.02;

type Input = {
  readonly output: Channel;
  readonly timerOn: Uint8Array;
  readonly laps: readonly RecordedLap[];
  readonly threshold: number | null;
};

export function lapIntervals({ output, timerOn, laps, threshold }: Input): WorkBout[] {
  if (laps.length < 2 * FEWEST || areAutomatic(laps)) return [];
  const bouts = laps.map(({ startS, elapsedS }) => {
    const [from, to] = [Math.round(startS), Math.round(startS + elapsedS)];
    return { startS: from, endS: to, mean: meanOf(output, timerOn, from, to) };
  });
  const work = bouts.filter(
    (bout, i) => bout.endS - bout.startS >= SHORTEST_S && stands(bout, bouts[i - 1], bouts[i + 1]),
  );
  const set = largestSet(work, LIKENESS, FEWEST);
  if (set.length === 0) return [];
  const mean = set.reduce((sum, bout) => sum + bout.mean, 0) / set.length;
  return threshold === null || mean >= MIN_THRESHOLD_SHARE * threshold ? set : [];
}

function stands(bout: WorkBout, ...neighbours: readonly (WorkBout | undefined)[]): boolean {
  const isAbove = (other: WorkBout | undefined) =>
    other === undefined || bout.mean >= MIN_CONTRAST * other.mean;
  return bout.mean > 0 && neighbours.every(isAbove);
}

/** Every kilometre, every five minutes: all but the last as long as each other. */
export function areAutomatic(laps: readonly RecordedLap[]): boolean {
  const whole = laps.slice(0, -1);
  const triggers = new Set(whole.map((lap) => lap.trigger));
  if (triggers.size > 1 || triggers.has("manual")) return false;
  return (
    areSame(whole.map((lap) => lap.distanceM ?? 0)) || areSame(whole.map((lap) => lap.elapsedS))
  );
}

function areSame(values: readonly number[]): boolean {
  const first = values[0] ?? 0;
  return first > 0 && values.every((value) => Math.abs(value - first) <= SAME * first);
}

/** Zero where nothing was recorded: such a lap is a rest at best. */
function meanOf(output: Channel, timerOn: Uint8Array, from: number, to: number): number {
  let sum = 0;
  let seconds = 0;
  for (let s = Math.max(0, from); s < Math.min(to, output.values.length); s++) {
    if (output.valid[s] !== 1 || timerOn[s] !== 1) continue;
    sum += output.values[s] as number;
    seconds++;
  }
  return seconds > 0 ? sum / seconds : 0;
}
