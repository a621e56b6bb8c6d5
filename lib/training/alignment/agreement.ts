/**
 * How well a recording follows a plan, once it is known which part was which step.
 * ALN-2: 1 - cost / cost of laying no step at all; the misfit of each step is that of its inside, which the
 * seconds before and after it do not blur. A step that nothing speaks for is judged by its length.
 * Reference: none, a convention of this product.
 * Valid: 1 for a plan done exactly, 0 where it says no more than nothing.
 */
import {
  lengthCost,
  type Place,
  type Places,
  type StepCost,
  UNPLANNED,
  UNPLANNED_AROUND,
} from "./place-steps";
import type { Misfit } from "./step-misfit";

type Cost = StepCost & Pick<Misfit, "evidence">;

export function agreement(steps: readonly Cost[], places: Places, lengthS: number): number {
  const worst = UNPLANNED * lengthS + steps.reduce((sum, { skipS }) => sum + skipS, 0);
  let cost = 0;
  let at = 0;
  let placed = 0;
  steps.forEach((step, i) => {
    const place = places[i] ?? null;
    if (place === null) {
      cost += step.skipS;
      return;
    }
    cost += (placed === 0 ? UNPLANNED_AROUND : UNPLANNED) * (place.from - at);
    cost += insideMisfit(step, place) + lengthCost(step, place.from, place.to);
    at = place.to;
    placed++;
  });
  cost += UNPLANNED_AROUND * (lengthS - at);
  return worst > 0 ? Math.min(1, Math.max(0, 1 - cost / worst)) : 0;
}

function insideMisfit({ misfit, meanS, evidence }: Cost, { from, to }: Place): number {
  if (evidence === "none") return 0;
  const edge = Math.min(Math.ceil(meanS / 2), Math.floor((to - from) / 3));
  const inside = to - from - 2 * edge;
  if (inside <= 0) return 0;
  const sum = (misfit[to - edge] as number) - (misfit[from + edge] as number);
  return (sum / inside) * (to - from);
}
