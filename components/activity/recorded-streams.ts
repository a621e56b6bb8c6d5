import type { StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";

/** What has to be there for a line: that many seconds in a row, and that much change. */
const MIN_RUN_S = 20;
const MIN_SPAN: Readonly<Record<StreamName, number>> = {
  powerW: 1,
  heartRateBpm: 0,
  speedMps: 0.1,
  altitudeM: 2,
  cadenceRpm: 1,
};

/** The streams worth a pane: lines rather than lone points, and not all zero or all flat. */
export function recordedStreams({ channels, lengthS }: Streams): StreamName[] {
  const minRunS = Math.min(MIN_RUN_S, Math.max(2, Math.floor(lengthS / 3)));
  return (Object.keys(MIN_SPAN) as StreamName[]).filter((name) => {
    const channel = channels[name];
    return (
      channel !== undefined && longestRun(channel) >= minRunS && spanOf(channel) >= MIN_SPAN[name]
    );
  });
}

function longestRun({ valid }: Channel): number {
  let longest = 0;
  let run = 0;
  for (let i = 0; i < valid.length; i++) {
    run = valid[i] === 1 ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

function spanOf({ values, valid }: Channel): number {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    if (valid[i] !== 1) continue;
    const value = values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return max - min;
}
