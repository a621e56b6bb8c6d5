/**
 * What the speed would have been on flat ground for the same effort.
 * RUN-2: speed x graded pace factor of the slope, second by second.
 * Reference: see graded-pace-factor.
 * Valid: running; where the slope is unknown (indoors, no altitude) the speed counts as flat.
 */
import type { Channel } from "../activity/activity-types";
import { gradedPaceFactor } from "./graded-pace-factor";

export function gradedSpeed(speed: Channel, grade: Channel | null): Channel {
  if (grade === null) return speed;
  const values = new Float32Array(speed.values.length);
  for (let s = 0; s < values.length; s++) {
    const value = speed.values[s] as number;
    values[s] =
      grade.valid[s] === 1 ? value * gradedPaceFactor((grade.values[s] as number) * 100) : value;
  }
  return { values, valid: speed.valid };
}
