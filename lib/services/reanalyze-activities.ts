import "server-only";
import { inflateRawSync } from "node:zlib";
import { setCurveGrid } from "@/db/mutations/set-curve-grid";
import { updateActivityAnalysis } from "@/db/mutations/update-activity-analysis";
import {
  type ActivityToReanalyse,
  activitiesForReanalysis,
} from "@/db/queries/activities-for-reanalysis";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import { encodeStreams } from "@/db/streams/encode-streams";
import type { AthleteContext } from "@/lib/auth/context";
import { type LocalDate, localDate } from "@/lib/dates/local-date";
import { CURVE_GRID } from "@/lib/training/capacity/mean-maximal-curve";
import { analysisColumns } from "./analysis-columns";
import { analyzeForAthlete } from "./analyze-for-athlete";
import { saveBests } from "./save-bests";

const PART = 10;

/**
 * Analyses up to ten activities again, from their original files, with the capacities that
 * hold on their days now; with `onlyWithoutCurves` those whose analysis is older than the
 * curves. Returns the id to go on after, null when none is left, and the first day of the part.
 */
export async function reanalyzeActivities(
  ctx: AthleteContext,
  input: { fromDay: string; after: string | null; onlyWithoutCurves?: boolean },
): Promise<{ lastId: string | null; analysed: number; firstDay: LocalDate | null }> {
  const page = {
    fromDay: localDate(input.fromDay),
    after: input.after,
    limit: PART,
    exceptGrid: input.onlyWithoutCurves ? CURVE_GRID : null,
  };
  const part = await ctx.tx((tx) => activitiesForReanalysis(tx, page));
  for (const activity of part) await reanalyze(ctx, activity);
  return {
    lastId: part.length < PART ? null : (part.at(-1)?.id ?? null),
    analysed: part.length,
    firstDay: part[0]?.day ?? null,
  };
}

async function reanalyze(ctx: AthleteContext, activity: ActivityToReanalyse): Promise<void> {
  const content = await ctx.ports.files.read(inflateRawSync(activity.content), "");
  const recorded =
    content.kind === "activities" ? content.activities[activity.sessionIndex] : undefined;
  if (!recorded) {
    // Nothing to be had from this file: it is not sought again each night.
    await ctx.tx((tx) => setCurveGrid(tx, activity.id, CURVE_GRID));
    return;
  }
  await ctx.tx(async (tx) => {
    const settings = await thresholdsOn(tx, activity.day, activity.sport);
    const rpe = activity.rpe ?? recorded.deviceValues.rpe;
    const deviceValues = { ...recorded.deviceValues, ...(rpe === undefined ? {} : { rpe }) };
    const analysis = analyzeForAthlete({ ...recorded, deviceValues }, settings);
    const streams = analysis.streams.lengthS > 0 ? encodeStreams(analysis.streams) : null;
    await updateActivityAnalysis(tx, activity.id, analysisColumns(analysis, ctx.now), streams);
    await saveBests(tx, activity.id, { recorded, analysis, settings });
  });
}
