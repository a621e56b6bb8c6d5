import "server-only";
import { inflateRawSync } from "node:zlib";
import type { ActivityRecording } from "@/db/queries/activity-recording";
import type { AthleteContext } from "@/lib/auth/context";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";

/** One session as its original file tells it; null when the file cannot be read any more. */
export async function readRecording(
  ctx: AthleteContext,
  { content, sessionIndex }: ActivityRecording,
): Promise<RecordedActivity | null> {
  const read = await ctx.ports.files.read(inflateRawSync(content), "");
  return read.kind === "activities" ? (read.activities[sessionIndex] ?? null) : null;
}
