/**
 * Mean and extremes of a channel while the timer ran.
 * AVG-1: plain mean of the seconds that have a value.
 * Reference: definition.
 * Valid: any channel; `aboveZeroOnly` for cadence, where standing still is not turning slowly.
 */
import type { Channel } from "./activity-types";

export type ChannelSummary = {
  readonly mean: number | null;
  readonly maximum: number | null;
  readonly minimum: number | null;
  readonly seconds: number;
};

export function channelSummary(
  channel: Channel,
  timerOn: Uint8Array,
  aboveZeroOnly = false,
): ChannelSummary {
  let sum = 0;
  let seconds = 0;
  let maximum = Number.NEGATIVE_INFINITY;
  let minimum = Number.POSITIVE_INFINITY;
  for (let s = 0; s < channel.values.length; s++) {
    if (channel.valid[s] === 0 || timerOn[s] === 0) continue;
    const value = channel.values[s] as number;
    if (aboveZeroOnly && !(value > 0)) continue;
    sum += value;
    seconds++;
    if (value > maximum) maximum = value;
    if (value < minimum) minimum = value;
  }
  if (seconds === 0) return { mean: null, maximum: null, minimum: null, seconds };
  return { mean: sum / seconds, maximum, minimum, seconds };
}
