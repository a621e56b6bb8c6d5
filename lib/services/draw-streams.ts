import "server-only";
import { activityStreams } from "@/db/queries/activity-streams";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { ActivityStreamsBody, ActivityStreamsQuery } from "@/lib/schemas/activity";
import type { Channel, Streams } from "@/lib/training/activity/activity-types";
import { workBalance } from "@/lib/training/capacity/work-balance";
import { streamsBody } from "./streams-body";

/**
 * The streams of an activity, thinned to what a chart of `query.points` pixels can show, with
 * W′ balance where the critical power to work it out with is given. Throws "not_found" for an
 * activity without streams, or of somebody else.
 */
export async function drawStreams(
  ctx: AthleteContext,
  activityId: string,
  query: ActivityStreamsQuery,
): Promise<ActivityStreamsBody> {
  const streams = await ctx.tx((tx) => activityStreams(tx, activityId));
  if (streams === null) throw notFound("A recording of this activity");
  const view = {
    points: query.points,
    smoothS: query.smooth,
    fromS: Math.min(Math.floor(query.from ?? 0), Math.max(0, streams.lengthS - 1)),
    toS: Math.min(streams.lengthS, Math.ceil(query.to ?? streams.lengthS)),
  };
  return streamsBody(streams, view, balanceOf(streams, query));
}

function balanceOf(streams: Streams, { cp, wPrime }: ActivityStreamsQuery): Channel | null {
  const { powerW } = streams.channels;
  if (powerW === undefined || cp === undefined || wPrime === undefined) return null;
  return workBalance(powerW, { criticalPowerW: cp, wPrimeJ: wPrime })?.balance ?? null;
}
