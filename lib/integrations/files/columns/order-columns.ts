import type { ChannelName } from "@/lib/training/activity/activity-types";
import type { TimedColumns } from "./timed-columns";

export type TimeWindow = { readonly fromS: number; readonly toS: number };

/**
 * Records with a time inside the window, strictly ascending. Several records of one second
 * (some recorders write speed and position apart) become one, later values winning.
 */
export function orderColumns(records: TimedColumns, window: TimeWindow): TimedColumns {
  if (isStrictlyAscending(records.timeS, window)) return records;
  const { timeS } = records;
  const order = Array.from({ length: records.count }, (_, i) => i).filter((i) => {
    const t = timeS[i] as number;
    return t >= window.fromS && t <= window.toS;
  });
  order.sort((a, b) => (timeS[a] as number) - (timeS[b] as number) || a - b);
  const slots = new Int32Array(order.length);
  const times: number[] = [];
  for (const [position, index] of order.entries()) {
    const t = timeS[index] as number;
    if (times.at(-1) !== t) times.push(t);
    slots[position] = times.length - 1;
  }
  const channels: Partial<Record<ChannelName, Float64Array>> = {};
  for (const [name, column] of Object.entries(records.channels) as [ChannelName, Float64Array][]) {
    channels[name] = gather(column, order, slots, times.length);
  }
  return { count: times.length, timeS: Float64Array.from(times), channels };
}

function isStrictlyAscending(timeS: Float64Array, { fromS, toS }: TimeWindow): boolean {
  let previous = Number.NEGATIVE_INFINITY;
  for (const t of timeS) {
    // NaN fails every comparison and so lands here too
    if (!(t > previous && t >= fromS && t <= toS)) return false;
    previous = t;
  }
  return true;
}

function gather(
  column: Float64Array,
  order: readonly number[],
  slots: Int32Array,
  length: number,
): Float64Array {
  const gathered = new Float64Array(length).fill(Number.NaN);
  for (const [position, index] of order.entries()) {
    const value = column[index] as number;
    if (!Number.isNaN(value)) gathered[slots[position] as number] = value;
  }
  return gathered;
}
