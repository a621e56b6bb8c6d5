import { encodeStreams } from "@/db/streams/encode-streams";
import type { EffectiveFacts } from "@/lib/training/activity/activity-edit";
import type { AthleteSettings, RecordedActivity } from "@/lib/training/activity/activity-types";
import { editedRecording } from "@/lib/training/activity/edited-recording";
import { fieldCoverage } from "@/lib/training/activity/field-coverage";
import { analysisColumns } from "./analysis-columns";
import { analyzeForAthlete } from "./analyze-for-athlete";
import { bestsOf } from "./bests-of";

export type EditedAnalysis = ReturnType<typeof analyzeEdited>;

/**
 * The analysis of a recording with the athlete's edits, by the capacities of its day, as the
 * columns, streams and findings to store.
 */
export function analyzeEdited(input: {
  readonly recorded: RecordedActivity;
  readonly facts: EffectiveFacts;
  /** Of the day and of the sport that `facts` tell. */
  readonly settings: AthleteSettings;
  readonly analysedAt: Date;
}) {
  const { facts, settings, analysedAt } = input;
  const recorded = editedRecording(input.recorded, facts);
  const analysis = analyzeForAthlete(recorded, settings, facts);
  return {
    columns: {
      timerS: recorded.timerS,
      distanceM: recorded.distanceM,
      laps: [...recorded.laps],
      lengths: [...recorded.lengths],
      sets: [...recorded.sets],
      workout: recorded.workout ?? null,
      ...analysisColumns(analysis, analysedAt),
    },
    streams: analysis.streams.lengthS > 0 ? encodeStreams(analysis.streams) : null,
    bests: bestsOf(recorded, analysis, settings),
    course: analysis.course,
    coverage: fieldCoverage(analysis.streams),
  };
}
