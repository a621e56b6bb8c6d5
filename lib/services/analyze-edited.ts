import "server-only";
import { thresholdsOn } from "@/db/queries/thresholds-on";
import type { AthleteTx } from "@/db/scope";
import { encodeStreams } from "@/db/streams/encode-streams";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import type { EffectiveFacts } from "@/lib/training/activity/activity-edit";
import type { RecordedActivity } from "@/lib/training/activity/activity-types";
import { courseSignature } from "@/lib/training/activity/course-signature";
import { editedRecording } from "@/lib/training/activity/edited-recording";
import { analysisColumns } from "./analysis-columns";
import { analyzeForAthlete } from "./analyze-for-athlete";
import { bestsOf } from "./bests-of";

export type EditedAnalysis = Awaited<ReturnType<typeof analyzeEdited>>;

/**
 * The analysis of a recording with the athlete's edits, by the capacities of its day, as the
 * columns, streams, bests and course to store.
 */
export async function analyzeEdited(
  ctx: AthleteContext,
  tx: AthleteTx,
  input: {
    readonly recorded: RecordedActivity;
    readonly facts: EffectiveFacts;
    readonly day: LocalDate;
  },
) {
  const { facts, day } = input;
  const recorded = editedRecording(input.recorded, facts);
  const settings = await thresholdsOn(tx, day, facts.sport);
  const analysis = analyzeForAthlete(recorded, settings, facts.loadMethod);
  return {
    columns: {
      timerS: recorded.timerS,
      distanceM: recorded.distanceM,
      lengths: [...recorded.lengths],
      sets: [...recorded.sets],
      ...analysisColumns(analysis, ctx.now),
    },
    streams: analysis.streams.lengthS > 0 ? encodeStreams(analysis.streams) : null,
    bests: bestsOf(recorded, analysis, settings),
    course: courseSignature(analysis.streams),
  };
}
