import type { ChannelName, RawSamples } from "@/lib/training/activity/activity-types";
import type { TimedColumns } from "./timed-columns";

/**
 * The ordered records of [fromS, toS) as samples since `fromS`. With `restartDistance`
 * the distance channel counts from this part's first value (multisport files count on).
 */
export function sliceColumns(
  records: TimedColumns,
  fromS: number,
  toS: number,
  restartDistance: boolean,
): RawSamples {
  const first = firstAtOrAfter(records.timeS, fromS);
  const last = firstAtOrAfter(records.timeS, toS);
  const timeS = records.timeS.slice(first, last);
  for (let i = 0; i < timeS.length; i++) timeS[i] = (timeS[i] as number) - fromS;
  const channels: Partial<Record<ChannelName, Float64Array>> = {};
  for (const [name, column] of Object.entries(records.channels) as [ChannelName, Float64Array][]) {
    const part = column.slice(first, last);
    const firstValue = part.find((value) => !Number.isNaN(value));
    if (firstValue === undefined) continue;
    channels[name] =
      restartDistance && name === "distanceM" ? part.map((value) => value - firstValue) : part;
  }
  return { timeS, channels };
}

function firstAtOrAfter(timeS: Float64Array, t: number): number {
  let low = 0;
  let high = timeS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((timeS[middle] as number) < t) low = middle + 1;
    else high = middle;
  }
  return low;
}
