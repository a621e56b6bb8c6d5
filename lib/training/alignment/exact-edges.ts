import type { Place, StepCost } from "./place-steps";

type Laid = Pick<StepCost, "planned" | "ruler" | "unitS"> & {
  /** Misfit of single seconds, summed. */
  readonly exact: Float64Array;
};

/** What a second costs that belongs to no step: halfway between fitting and not. */
const UNPLANNED = 0.5;
/** Between two seconds that fit alike, the planned length decides. */
const LENGTH = 0.02;

/** Moves each edge by up to `reachS` to the second at which the recording itself changes. */
export function exactEdges(
  steps: readonly Laid[],
  places: readonly (Place | null)[],
  reachS: number,
): (Place | null)[] {
  const lengthS = (steps[0]?.exact.length ?? 1) - 1;
  const moved = places.map((place) => (place === null ? null : { ...place }));
  const laid = moved.flatMap((place, i) => {
    const step = steps[i];
    return place && step ? [{ place, step }] : [];
  });
  laid.forEach((one, i) => {
    const [before, after] = [laid[i - 1], laid[i + 1]];
    const floor = before?.place.to ?? 0;
    if (before && floor === one.place.from) {
      one.place.from = before.place.to = bestEdge(before, one, floor, reachS);
    } else {
      const least = Math.max(floor, one.place.from - reachS);
      one.place.from = bestEdge(null, one, one.place.from, one.place.from - least);
    }
    const ceiling = after?.place.from ?? lengthS;
    if (after && ceiling === one.place.to) return;
    const most = Math.min(ceiling, one.place.to + reachS);
    one.place.to = bestEdge(one, null, one.place.to, most - one.place.to);
  });
  return moved;
}

type Side = { place: { from: number; to: number }; step: Laid };

/** The best second for the edge between two steps, or between one and time that was not planned. */
function bestEdge(left: Side | null, right: Side | null, near: number, reachS: number): number {
  const least = Math.max(near - reachS, (left?.place.from ?? Number.NEGATIVE_INFINITY) + 1);
  const most = Math.min(near + reachS, (right?.place.to ?? Number.POSITIVE_INFINITY) - 1);
  let best = { edge: near, cost: Number.POSITIVE_INFINITY };
  for (let edge = least; edge <= most; edge++) {
    const cost =
      sideCost(left, least, edge, left?.place.from ?? edge, edge) +
      sideCost(right, edge, most, edge, right?.place.to ?? edge);
    if (cost < best.cost) best = { edge, cost };
  }
  return best.edge;
}

/** Of the seconds [from, to) on one side, and of the length that its step then has. */
function sideCost(side: Side | null, from: number, to: number, start: number, end: number): number {
  if (side === null) return UNPLANNED * (to - from);
  const { exact, planned, ruler, unitS } = side.step;
  const misfit = (exact[to] as number) - (exact[from] as number);
  if (planned === null) return misfit;
  const length = (ruler[end] as number) - (ruler[start] as number);
  return misfit + LENGTH * Math.abs(length - planned) * unitS;
}
