import "server-only";
import { replaceInsight } from "@/db/mutations/insights";
import { activityDetail } from "@/db/queries/activity-detail";
import { activityStreams } from "@/db/queries/activity-streams";
import { keptDebrief } from "@/db/queries/kept-words";
import { type BestWords, bestWords } from "@/lib/assistant/best-words";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { debriefActivity } from "./debrief-activity";
import { mayAskModel } from "./may-ask-model";
import { plannedAgainstDone } from "./planned-against-done";
import { wordFinding } from "./word-finding";
import { NOTHING, type WordsWritten, wordedRow } from "./write-briefing";

const DAY_MS = 86_400_000;

/**
 * Has a model put the debrief of an activity into words, where it may, and keeps them for seven
 * days or until a number changes. Nobody waits for it. An activity that has gone has no words.
 */
export async function writeDebrief(ctx: AthleteContext, activityId: string): Promise<WordsWritten> {
  const { model } = ASSISTANT_SETTINGS.features.debrief;
  const allowed = await mayAskModel(ctx, model);
  if (!allowed.may) return { ...NOTHING, because: allowed.because };
  const found = await debriefOf(ctx, activityId);
  if (found === null || found.finding.writtenBy === "model") return NOTHING;
  const { finding, day } = found;
  const worded = await wordFinding(ctx, { feature: "debrief", day, finding });
  const validUntil = new Date(ctx.now.getTime() + ASSISTANT_SETTINGS.validDays * DAY_MS);
  const row = wordedRow(ctx, { kind: "debrief", day, finding }, worded);
  if (row) {
    await ctx.tx((tx) => replaceInsight(tx, { ...row, activityId, validUntil }, ctx.now));
  }
  const { because, retryAfterS } = worded;
  return { written: row?.writtenBy === "model", because, retryAfterS };
}

async function debriefOf(
  ctx: AthleteContext,
  activityId: string,
): Promise<{ readonly finding: BestWords; readonly day: LocalDate } | null> {
  const { activity, streams, kept } = await ctx.tx(async (tx) => ({
    activity: await activityDetail(tx, activityId),
    streams: await activityStreams(tx, activityId),
    kept: await keptDebrief(tx, activityId, ctx.now),
  }));
  if (activity === null) return null;
  const planned = await plannedAgainstDone(ctx, activity, streams);
  const finding = await ctx.tx((tx) => debriefActivity(tx, activity, planned));
  return finding && { finding: bestWords(finding, kept), day: activity.day };
}
