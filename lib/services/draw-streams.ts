import "server-only";
import { activityStreams } from "@/db/queries/activity-streams";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { ActivityStreamsBody, ActivityStreamsQuery } from "@/lib/schemas/activity";
import { streamsBody } from "./streams-body";

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
  return streamsBody(streams, {
    points: query.points,
    smoothS: query.smooth,
    fromS: Math.min(Math.floor(query.from ?? 0), Math.max(0, streams.lengthS - 1)),
    toS: Math.min(streams.lengthS, Math.ceil(query.to ?? streams.lengthS)),
  });
}
