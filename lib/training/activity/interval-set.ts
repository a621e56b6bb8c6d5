import type { WorkBout } from "./detect-intervals";

export type Likeness = {
  /** As shares of the model's length and output. */
  readonly length: number;
  readonly output: number;
};

export function boutLength({ startS, endS }: WorkBout): number {
  return endS - startS;
}

export function boutTime(bouts: readonly WorkBout[]): number {
  return bouts.reduce((sum, bout) => sum + boutLength(bout), 0);
}

/** Those alike with one of them: of the groups of `fewest` or more that with the most time; else none. */
export function largestSet(
  bouts: readonly WorkBout[],
  likeness: Likeness,
  fewest: number,
): WorkBout[] {
  const isLike = (bout: WorkBout, model: WorkBout) =>
    Math.abs(boutLength(bout) - boutLength(model)) <= likeness.length * boutLength(model) &&
    Math.abs(bout.mean - model.mean) <= likeness.output * model.mean;
  const sets = bouts.map((model) => bouts.filter((bout) => isLike(bout, model)));
  const large = sets.filter((set) => set.length >= fewest);
  return large.reduce<WorkBout[]>((best, set) => (boutTime(set) > boutTime(best) ? set : best), []);
}
