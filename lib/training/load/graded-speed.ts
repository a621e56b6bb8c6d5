/**
 * What the speed would have been on flat ground for the same effort.
 * RUN-2: speed x graded pace factor of the slope, second by second. RUN-1: speed x Minetti cost / 3.6.
 * Reference: see graded-pace-factor and minetti-cost.
 * Valid: running; where the slope is unknown (indoors, no altitude) the speed counts as flat.
 */
import type { Channel, GradedPaceModel } from "../activity/activity-types";
import { gradedPaceFactor } from "./graded-pace-factor";
import { minettiCost } from "./minetti-cost";

const FLAT_COST = minettiCost(0);

/** By the model that the athlete has chosen: the one that loads and zones use. */
export function gradedSpeed(
  speed: Channel,
  grade: Channel | null,
  model: GradedPaceModel,
): Channel {
  return model === "observed" ? observedSpeed(speed, grade) : energySpeed(speed, grade);
}

/** By what runners do on slopes. */
export function observedSpeed(speed: Channel, grade: Channel | null): Channel {
  return scaled(speed, grade, (slope) => gradedPaceFactor(slope * 100));
}

/** By the energy that a metre costs: faster than `observedSpeed` on steep descents. */
export function energySpeed(speed: Channel, grade: Channel | null): Channel {
  return scaled(speed, grade, (slope) => minettiCost(slope) / FLAT_COST);
}

function scaled(
  speed: Channel,
  grade: Channel | null,
  factorAt: (slope: number) => number,
): Channel {
  if (grade === null) return speed;
  const values = new Float32Array(speed.values.length);
  for (let s = 0; s < values.length; s++) {
    const value = speed.values[s] as number;
    values[s] = grade.valid[s] === 1 ? value * factorAt(grade.values[s] as number) : value;
  }
  return { values, valid: speed.valid };
}
