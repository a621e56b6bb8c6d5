import "server-only";
import { activityStreams } from "@/db/queries/activity-streams";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { ActivityStreamsBody, ActivityStreamsQuery, StreamName } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import { centredMean } from "@/lib/training/activity/centred-mean";
import {
  type DrawnLine,
  largestTriangleThreeBuckets,
} from "@/lib/training/activity/largest-triangle-three-buckets";
import { rangeAverages } from "@/lib/training/activity/range-averages";

type Range = { readonly fromS: number; readonly toS: number };

/** What a screen can tell apart; more digits would only be heavier to send. */
const DECIMALS: Readonly<Record<StreamName, number>> = {
  powerW: 1,
  heartRateBpm: 1,
  speedMps: 3,
  altitudeM: 1,
  cadenceRpm: 1,
};
const MAX_PLACES = 600;
const PLACE_DECIMALS = 5;

/**
 * The streams of an activity, thinned to what a chart of `query.points` pixels can show.
 * Throws "not_found" for an activity without streams, or of somebody else.
 */
export async function drawStreams(
  ctx: AthleteContext,
  activityId: string,
  query: ActivityStreamsQuery,
): Promise<ActivityStreamsBody> {
  const streams = await ctx.tx((tx) => activityStreams(tx, activityId));
  if (streams === null) throw notFound("A recording of this activity");
  const range = {
    fromS: Math.min(Math.floor(query.from ?? 0), Math.max(0, streams.lengthS - 1)),
    toS: Math.min(streams.lengthS, Math.ceil(query.to ?? streams.lengthS)),
  };
  return {
    lengthS: streams.lengthS,
    ...range,
    smoothS: query.smooth,
    lines: linesOf(streams, query, range),
    pauses: pausesOf(streams.timerOn, range, (range.toS - range.fromS) / query.points),
    places: placesOf(streams),
    averages: rangeAverages(streams, range.fromS, range.toS),
  };
}

function linesOf(
  streams: Streams,
  query: ActivityStreamsQuery,
  range: Range,
): ActivityStreamsBody["lines"] {
  const lines: ActivityStreamsBody["lines"] = {};
  for (const name of Object.keys(DECIMALS) as StreamName[]) {
    const recorded = streams.channels[name];
    if (recorded === undefined) continue;
    const channel = centredMean(recorded, query.smooth);
    const extent = extentOf(channel);
    if (extent === null) continue;
    const drawn = largestTriangleThreeBuckets(channel, query.points, range.fromS, range.toS);
    lines[name] = { ...rounded(drawn, DECIMALS[name]), ...extent };
  }
  return lines;
}

function extentOf(channel: Channel): { min: number; max: number } | null {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < channel.values.length; i++) {
    if (channel.valid[i] !== 1) continue;
    const value = channel.values[i] as number;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return max >= min ? { min, max } : null;
}

function rounded(
  line: DrawnLine,
  decimals: number,
): { timeS: number[]; values: (number | null)[] } {
  const scale = 10 ** decimals;
  return {
    timeS: [...line.timeS],
    values: line.values.map((value) => (value === null ? null : Math.round(value * scale) / scale)),
  };
}

/** Stretches in which the timer stood still, long enough to be seen. */
function pausesOf(timerOn: Uint8Array, { fromS, toS }: Range, visibleS: number): Range[] {
  const pauses: Range[] = [];
  let start = -1;
  for (let second = fromS; second <= toS; second++) {
    const isPaused = second < toS && timerOn[second] !== 1;
    if (isPaused && start < 0) start = second;
    if (isPaused || start < 0) continue;
    if (second - start >= visibleS) pauses.push({ fromS: start, toS: second });
    start = -1;
  }
  return pauses;
}

/** Every n-th position, for the mark that follows the crosshair. */
function placesOf(streams: Streams): ActivityStreamsBody["places"] {
  const { latitudeDeg, longitudeDeg } = streams.channels;
  if (latitudeDeg === undefined || longitudeDeg === undefined) return null;
  const step = Math.max(1, Math.ceil(streams.lengthS / MAX_PLACES));
  const places = {
    timeS: [] as number[],
    latitudeDeg: [] as number[],
    longitudeDeg: [] as number[],
  };
  for (let second = 0; second < streams.lengthS; second += step) {
    if (latitudeDeg.valid[second] !== 1 || longitudeDeg.valid[second] !== 1) continue;
    places.timeS.push(second);
    places.latitudeDeg.push(degrees(latitudeDeg.values[second] as number));
    places.longitudeDeg.push(degrees(longitudeDeg.values[second] as number));
  }
  return places.timeS.length > 0 ? places : null;
}

function degrees(value: number): number {
  return Math.round(value * 10 ** PLACE_DECIMALS) / 10 ** PLACE_DECIMALS;
}
