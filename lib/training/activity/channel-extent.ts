/**
 * How far a channel reaches: its lowest and highest recorded value, with room around them if asked.
 * Formula: min and max over the valid seconds, each moved out by `padding` of the span.
 * Source: definition. Valid for: axes; null when nothing was recorded.
 */
import type { Channel } from "./activity-types";

export type Extent = { readonly min: number; readonly max: number };

export function channelExtent(channel: Channel, padding = 0): Extent | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < channel.values.length; i++) {
    if (channel.valid[i] !== 1) continue;
    const value = channel.values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  if (max < min) return null;
  const room = (max - min) * padding;
  return { min: min - room, max: max + room };
}
