/**
 * The level of an output that parts easy from hard best, where there is one.
 * INT-1: the split by which both groups are most alike within (Otsu).
 * Reference: Otsu, "A threshold selection method from gray-level histograms" (1979).
 * Valid: a minute of output at least; an even effort has no such level.
 */
import type { Channel } from "./activity-types";

const FEWEST_S = 60;
/** Hard must be this many times easy on average; less is a hill or a headwind, not an interval. */
const MIN_CONTRAST = 1.25;
/** More of the time than this in one state is an even effort with a few surges or stops. */
const MOST_IN_WORK = 0.85;
const LEVELS = 128;

/** The level that separates easy from hard best; null for an even effort. */
export function splitLevel(
  { values, valid }: Channel,
  isUsed: (second: number) => boolean = () => true,
): number | null {
  let highest = 0;
  let seconds = 0;
  for (let s = 0; s < values.length; s++) {
    if (valid[s] !== 1 || !isUsed(s)) continue;
    highest = Math.max(highest, values[s] as number);
    seconds++;
  }
  if (seconds < FEWEST_S || highest <= 0) return null;
  const counts = new Float64Array(LEVELS);
  for (let s = 0; s < values.length; s++) {
    if (valid[s] !== 1 || !isUsed(s)) continue;
    const level = Math.floor(((values[s] as number) / highest) * (LEVELS - 1));
    counts[Math.max(0, level)] = (counts[Math.max(0, level)] as number) + 1;
  }
  const best = bestSplit(counts, seconds);
  if (best === null) return null;
  return (best / (LEVELS - 1)) * highest;
}

/** First level of the hard group; null when the groups are too alike or too unequal in size. */
function bestSplit(counts: Float64Array, seconds: number): number | null {
  let total = 0;
  for (let level = 0; level < LEVELS; level++) total += level * (counts[level] as number);
  let best = { variance: 0, level: 0, contrast: 0, hardShare: 1 };
  let easySeconds = 0;
  let easySum = 0;
  for (let level = 1; level < LEVELS; level++) {
    easySeconds += counts[level - 1] as number;
    easySum += (level - 1) * (counts[level - 1] as number);
    const hardSeconds = seconds - easySeconds;
    if (easySeconds === 0 || hardSeconds === 0) continue;
    const easy = easySum / easySeconds;
    const hard = (total - easySum) / hardSeconds;
    const variance = easySeconds * hardSeconds * (hard - easy) ** 2;
    if (variance <= best.variance) continue;
    const contrast = easy > 0 ? hard / easy : Number.POSITIVE_INFINITY;
    best = { variance, level, contrast, hardShare: hardSeconds / seconds };
  }
  return best.contrast >= MIN_CONTRAST && best.hardShare <= MOST_IN_WORK ? best.level : null;
}
