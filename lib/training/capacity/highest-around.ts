/** The highest value within `reachS` seconds before and after a second, itself left out; 0 without any. */
import type { Channel } from "../activity/activity-types";

export function highestAround({ values, valid }: Channel, second: number, reachS: number): number {
  let highest = 0;
  for (let s = Math.max(0, second - reachS); s <= second + reachS && s < valid.length; s++) {
    if (s !== second && valid[s] === 1) highest = Math.max(highest, values[s] as number);
  }
  return highest;
}
