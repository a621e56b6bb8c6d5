import "server-only";
import { activityStreams } from "@/db/queries/activity-streams";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { ActivityStreamsBody, ActivityStreamsQuery } from "@/lib/schemas/activity";
import { activityWorkBalance } from "./activity-work-balance";
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
  const { streams, work } = await ctx.tx(async (tx) => {
    const found = await activityStreams(tx, activityId);
    return { streams: found, work: found && (await activityWorkBalance(tx, activityId, found)) };
  });
  if (streams === null) throw notFound("A recording of this activity");
  const view = {
    points: query.points,
    smoothS: query.smooth,
    fromS: Math.min(Math.floor(query.from ?? 0), Math.max(0, streams.lengthS - 1)),
    toS: Math.min(streams.lengthS, Math.ceil(query.to ?? streams.lengthS)),
  };
  return streamsBody(streams, view, work?.balance ?? null);
}
