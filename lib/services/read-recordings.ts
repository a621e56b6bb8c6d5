import "server-only";
import { inflateRawSync } from "node:zlib";
import {
  type RecordingOfActivity,
  recordingsOfActivity,
} from "@/db/queries/recordings-of-activity";
import { sourceContent } from "@/db/queries/source-content";
import type { AthleteContext } from "@/lib/auth/context";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";

/** A recording with what its file holds; `recorded` is null when nothing can be read of it. */
export type ReadRecording = RecordingOfActivity & { readonly recorded: RecordedActivity | null };

/** Reads every recording of an activity anew from its original. Call it outside a transaction. */
export async function readRecordings(
  ctx: AthleteContext,
  activityId: string,
): Promise<ReadRecording[]> {
  const rows = await ctx.tx((tx) => recordingsOfActivity(tx, activityId));
  const read: ReadRecording[] = [];
  for (const row of rows) read.push({ ...row, recorded: await readOne(ctx, row) });
  return read;
}

async function readOne(
  ctx: AthleteContext,
  { sourceFileId, sessionIndex }: RecordingOfActivity,
): Promise<RecordedActivity | null> {
  const stored = await ctx.tx((tx) => sourceContent(tx, sourceFileId));
  if (stored === null) return null;
  const content = await ctx.ports.files.read(inflateRawSync(stored), "");
  return content.kind === "activities" ? (content.activities[sessionIndex] ?? null) : null;
}
