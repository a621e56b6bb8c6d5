import "server-only";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityStreams } from "@/db/queries/activity-streams";
import { findProfile } from "@/db/queries/find-profile";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { StreamsStretch } from "@/lib/schemas/activity";
import { activityWorkBalance } from "./activity-work-balance";
import { streamsCsv } from "./streams-csv";

/**
 * Every second of a stretch of an activity as a file that names nobody.
 * Throws "not_found" for an activity without streams, or of somebody else.
 */
export async function exportStreams(
  ctx: AthleteContext,
  activityId: string,
  { from, to }: StreamsStretch,
): Promise<{ readonly fileName: string; readonly text: string }> {
  const { activity, streams, profile, work } = await ctx.tx(async (tx) => {
    const found = await activityStreams(tx, activityId);
    return {
      activity: await activityDetail(tx, activityId),
      streams: found,
      profile: await findProfile(tx),
      work: found && (await activityWorkBalance(tx, activityId, found)),
    };
  });
  if (activity === null || streams === null) throw notFound("A recording of this activity");
  const stretch = {
    fromS: Math.min(Math.floor(from ?? 0), streams.lengthS),
    toS: Math.min(Math.ceil(to ?? streams.lengthS), streams.lengthS),
  };
  return {
    fileName: `formline-${activity.sport}-${activity.day}-streams.csv`,
    text: streamsCsv(streams, activity.sport, profile.units, stretch, work?.balance ?? null),
  };
}
