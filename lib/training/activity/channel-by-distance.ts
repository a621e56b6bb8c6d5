/**
 * A channel laid out along the way instead of along the clock, so that two efforts compare place by place.
 * Formula: mean of the seconds whose distance falls into each step of `stepM` metres.
 * Source: definition. Valid for: drawing; a step that no second fell into has no value.
 */
import type { Channel } from "./activity-types";

/** One value per step from the start on; `distance` is cumulative. */
export function channelByDistance(channel: Channel, distance: Channel, stepM: number): Channel {
  const steps = Math.max(0, Math.ceil(furthest(distance) / stepM));
  const sums = new Float64Array(steps);
  const counts = new Int32Array(steps);
  const length = Math.min(channel.values.length, distance.values.length);
  for (let i = 0; i < length; i++) {
    if (channel.valid[i] !== 1 || distance.valid[i] !== 1) continue;
    const step = Math.min(steps - 1, Math.floor((distance.values[i] as number) / stepM));
    if (step < 0) continue;
    sums[step] = (sums[step] as number) + (channel.values[i] as number);
    counts[step] = (counts[step] as number) + 1;
  }
  const valid = new Uint8Array(steps);
  for (let step = 0; step < steps; step++) {
    const count = counts[step] as number;
    if (count === 0) continue;
    valid[step] = 1;
    sums[step] = (sums[step] as number) / count;
  }
  return { values: sums, valid };
}

/** The first second at which `metres` have been covered; the channel's length when they never were. */
export function secondAtDistance(distance: Channel, metres: number): number {
  for (let i = 0; i < distance.values.length; i++) {
    if (distance.valid[i] === 1 && (distance.values[i] as number) >= metres) return i;
  }
  return distance.values.length;
}

/** The last distance recorded; 0 when there is none. */
export function furthest(distance: Channel): number {
  for (let i = distance.values.length - 1; i >= 0; i--) {
    if (distance.valid[i] === 1) return distance.values[i] as number;
  }
  return 0;
}
