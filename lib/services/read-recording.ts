import "server-only";
import { inflateRawSync } from "node:zlib";
import type { ActivityToReanalyse } from "@/db/queries/activities-for-reanalysis";
import type { AthleteContext } from "@/lib/auth/context";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";

/** One session as its original file tells it; null when the file cannot be read any more. */
export async function readRecording(
  ctx: AthleteContext,
  { content, sessionIndex }: ActivityToReanalyse,
): Promise<RecordedActivity | null> {
  const read = await ctx.ports.files.read(inflateRawSync(content), "");
  return read.kind === "activities" ? (read.activities[sessionIndex] ?? null) : null;
}
