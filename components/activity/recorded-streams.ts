import type { ActivityDetail } from "@/db/queries/activity-detail";
import { type RecordedStreamName, STREAM_NAMES } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import { channelExtent } from "@/lib/training/activity/channel-extent";
import { isInWater } from "@/lib/training/activity/in-water";

import { isJourney } from "./is-journey";

/** What has to be there for a line: that many seconds in a row, and that much change. */
const MIN_RUN_S = 20;
const MIN_SPAN: Readonly<Record<RecordedStreamName, number>> = {
  powerW: 1,
  heartRateBpm: 0,
  speedMps: 0.1,
  altitudeM: 2,
  cadenceRpm: 1,
};

/** The streams worth a pane: lines rather than lone points, and not all zero or all flat. */
export function recordedStreams({ channels, lengthS }: Streams): RecordedStreamName[] {
  const minRunS = Math.min(MIN_RUN_S, Math.max(2, Math.floor(lengthS / 3)));
  return STREAM_NAMES.filter((name): name is RecordedStreamName => {
    if (name === "workBalanceJ") return false;
    const channel = channels[name];
    return (
      channel !== undefined && longestRun(channel) >= minRunS && spanOf(channel) >= MIN_SPAN[name]
    );
  });
}

/** Without what misleads: metres that a watch counted on the spot, and a barometer's height under water. */
export function tellingStreams(activity: ActivityDetail, streams: Streams): RecordedStreamName[] {
  return recordedStreams(streams).filter((name) => {
    if (name === "speedMps") return isJourney(activity) || activity.distanceM === null;
    return name !== "altitudeM" || !isInWater(activity.sport);
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

function spanOf(channel: Channel): number {
  const extent = channelExtent(channel);
  return extent === null ? Number.NEGATIVE_INFINITY : extent.max - extent.min;
}
