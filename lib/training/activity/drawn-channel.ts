/**
 * A channel as a chart draws it: calmed by a centred mean, unless its every second is already a sum.
 * Formula: centredMean over the window; W' balance as it is.
 * Source: definition. Valid for: drawing. A smoothed W' balance would show a reserve that never was.
 */
import type { Channel } from "./activity-types";
import { centredMean } from "./centred-mean";

const AS_RECORDED: ReadonlySet<string> = new Set(["workBalanceJ"]);

export function drawnChannel(name: string, channel: Channel, smoothS: number): Channel {
  return AS_RECORDED.has(name) ? channel : centredMean(channel, smoothS);
}
