/**
 * Where the steps of a plan lie best in a recording, in their order: each at one stretch or nowhere.
 * ALN-2: least sum of misfit, of wrong length, of skipped steps and of time that no step takes, by
 * dynamic programming over the edges that a stretch may have. All costs are in seconds.
 * Reference: the method is textbook sequence alignment; the weights are conventions of this product.
 * Valid: edges ascending, the first 0 and the last the length of the recording.
 */

/** What it costs to lay one step somewhere. */
export type StepCost = {
  /** Seconds of the mean that its misfit is taken of; it blurs half of them at either end. */
  readonly meanS: number;
  /** Sum of the misfit (0 fits, 1 is something else) of the seconds before each, and of all. */
  readonly misfit: Float64Array;
  /** Its length in `ruler`'s unit; null when open. */
  readonly planned: number | null;
  /** Time or distance before each second, and at the end. */
  readonly ruler: Float64Array;
  /** Seconds that a unit of the ruler is expected to take. */
  readonly unitS: number;
  /** Of leaving it out, and of each second too few or too many. */
  readonly skipS: number;
  readonly shorter: number;
  readonly longer: number;
  /** Below this share of its length a stretch is no such step any more. */
  readonly least: number;
};

/** [from, to) in timer seconds. */
export type Place = { readonly from: number; readonly to: number };
/** One for each step; null for a skipped one. */
export type Places = readonly (Place | null)[];

/** Time that no step takes, a second: between steps, and before the first or after the last. */
export const UNPLANNED = 0.5;
export const UNPLANNED_AROUND = 0.2;
/** Beyond this multiple of its length a stretch is no such step any more. */
const LONGEST = 4;
/** Of several alike the earlier one is the step; the later one is missing, or more than planned. */
const EARLIER_SKIP = 0.02;
const EARLIER_UNPLANNED = 0.1;

const SKIPPED = -1;
const NOT_PLANNED = -2;

export function placeSteps(steps: readonly StepCost[], edges: Int32Array): Places {
  const width = edges.length;
  const cost = new Float64Array((steps.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const table = { cost, cameFrom: new Int32Array(cost.length), edges, width };
  cost[0] = 0;
  for (let i = 0; i <= steps.length; i++) {
    const isAround = i === 0 || i === steps.length;
    passTime(table, i, isAround ? UNPLANNED_AROUND : UNPLANNED);
    const step = steps[i];
    if (step === undefined) break;
    skip(table, i, step.skipS * (1 - (EARLIER_SKIP * i) / steps.length));
    for (let from = 0; from < width - 1; from++) lay(table, i, step, from);
  }
  return placesOf(table, steps.length);
}

/** The least cost of having dealt with the first i steps by an edge, at [i * width + edge], and how. */
type Table = {
  readonly cost: Float64Array;
  readonly cameFrom: Int32Array;
  readonly edges: Int32Array;
  readonly width: number;
};

function passTime({ cost, cameFrom, edges, width }: Table, i: number, rate: number): void {
  for (let k = 1; k < width; k++) {
    const seconds = (edges[k] as number) - (edges[k - 1] as number);
    const later = 1 + EARLIER_UNPLANNED * (1 - k / width);
    const total = (cost[i * width + k - 1] as number) + rate * later * seconds;
    if (total >= (cost[i * width + k] as number)) continue;
    cost[i * width + k] = total;
    cameFrom[i * width + k] = NOT_PLANNED;
  }
}

function skip({ cost, cameFrom, width }: Table, i: number, skipS: number): void {
  for (let k = 0; k < width; k++) {
    const total = (cost[i * width + k] as number) + skipS;
    if (total >= (cost[(i + 1) * width + k] as number)) continue;
    cost[(i + 1) * width + k] = total;
    cameFrom[(i + 1) * width + k] = SKIPPED;
  }
}

/** Lays the step from one edge to each of the later ones that it may reach to. */
function lay({ cost, cameFrom, edges, width }: Table, i: number, step: StepCost, j: number): void {
  const { misfit, ruler, unitS, shorter, longer, least } = step;
  const from = edges[j] as number;
  const before = (cost[i * width + j] as number) - (misfit[from] as number);
  const start = ruler[from] as number;
  const isOpen = step.planned === null;
  const planned = step.planned ?? 0;
  const most = isOpen ? Number.POSITIVE_INFINITY : LONGEST * planned;
  for (let k = j + 1; k < width; k++) {
    const to = edges[k] as number;
    const length = (ruler[to] as number) - start;
    if (length > most) return;
    if (length < least * planned) continue;
    const missingS = isOpen ? 0 : (planned - length) * unitS;
    const total = before + (misfit[to] as number) + (missingS > 0 ? shorter : -longer) * missingS;
    if (total >= (cost[(i + 1) * width + k] as number)) continue;
    cost[(i + 1) * width + k] = total;
    cameFrom[(i + 1) * width + k] = j;
  }
}

/** Of a step that lies at [from, to) and is longer or shorter than planned. */
export function lengthCost(step: StepCost, from: number, to: number): number {
  if (step.planned === null) return 0;
  const length = (step.ruler[to] as number) - (step.ruler[from] as number);
  const missingS = (step.planned - length) * step.unitS;
  return (missingS > 0 ? step.shorter : -step.longer) * missingS;
}

function placesOf({ cameFrom, edges, width }: Table, count: number): (Place | null)[] {
  const places = Array<Place | null>(count).fill(null);
  let i = count;
  let k = width - 1;
  while (i > 0 || k > 0) {
    const came = cameFrom[i * width + k] as number;
    if (came === NOT_PLANNED) k -= 1;
    else {
      i -= 1;
      if (came === SKIPPED) continue;
      places[i] = { from: edges[came] as number, to: edges[k] as number };
      k = came;
    }
  }
  return places;
}
