import "server-only";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { setCurveGrid } from "@/db/mutations/set-curve-grid";
import {
  type ActivityToReanalyse,
  activitiesForReanalysis,
} from "@/db/queries/activities-for-reanalysis";
import { activityFacts } from "@/db/queries/activity-facts";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import type { AthleteContext } from "@/lib/auth/context";
import { type LocalDate, localDate } from "@/lib/dates/local-date";
import { AppError } from "@/lib/errors";
import { applyEdits } from "@/lib/training/activity/apply-edits";
import { CURVE_SET } from "@/lib/training/capacity/activity-curves";
import { activeEdits } from "./active-edits";
import { analyzeEdited } from "./analyze-edited";
import { combineActivity } from "./combine-next-activities";
import { readRecording } from "./read-recording";
import { storeAnalysis } from "./store-analysis";

const PART = 10;

/**
 * Analyses up to ten activities again, from their original files and with their edits, with
 * the capacities that hold on their days now; with `onlyWithoutCurves` those whose analysis is
 * older than the curves. Returns the id to go on after, null when none is left, and the first
 * day of the part.
 */
export async function reanalyzeActivities(
  ctx: AthleteContext,
  input: { fromDay: string; after: string | null; onlyWithoutCurves?: boolean },
): Promise<{ lastId: string | null; analysed: number; firstDay: LocalDate | null }> {
  const page = {
    fromDay: localDate(input.fromDay),
    after: input.after,
    limit: PART,
    exceptGrid: input.onlyWithoutCurves ? CURVE_SET : null,
  };
  const part = await ctx.tx((tx) => activitiesForReanalysis(tx, page));
  for (const activity of part) {
    if (activity.recordings > 1) await combineAgain(ctx, activity);
    else await reanalyze(ctx, activity);
  }
  return {
    lastId: part.length < PART ? null : (part.at(-1)?.id ?? null),
    analysed: part.length,
    firstDay: part[0]?.day ?? null,
  };
}

async function reanalyze(ctx: AthleteContext, activity: ActivityToReanalyse): Promise<void> {
  const recorded = await readRecording(ctx, activity);
  if (recorded === null) return leaveUnread(ctx, activity);
  await ctx.tx(async (tx) => {
    await lockAthlete(tx);
    const row = await activityFacts(tx, activity.id);
    // Gone, or replaced by a fuller recording that was analysed just now.
    if (row?.sourceFileId !== activity.sourceFileId) return;
    const facts = applyEdits(row.original, await activeEdits(tx, activity.id), row.localHour);
    const settings = await thresholdsOn(tx, row.day, facts.sport);
    const analysed = analyzeEdited({ recorded, facts, settings, analysedAt: ctx.now });
    await storeAnalysis(tx, activity.id, analysed);
  });
}

async function combineAgain(ctx: AthleteContext, activity: ActivityToReanalyse): Promise<void> {
  try {
    await combineActivity(ctx, activity.id);
  } catch (error) {
    if (!(error instanceof AppError && error.code === "unsupported")) throw error;
    await leaveUnread(ctx, activity);
  }
}

/** Nothing to be had from its files any more: it stays as it is and is not sought each night. */
async function leaveUnread(ctx: AthleteContext, { id }: ActivityToReanalyse): Promise<void> {
  await ctx.tx((tx) => setCurveGrid(tx, id, CURVE_SET));
}
