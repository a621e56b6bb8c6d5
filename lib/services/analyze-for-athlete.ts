import type { EffectiveFacts } from "@/lib/training/activity/activity-edit";
import {
  type ActivityIntervals,
  activityIntervals,
} from "@/lib/training/activity/activity-intervals";
import type {
  ActivityAnalysis,
  AthleteSettings,
  RecordedActivity,
} from "@/lib/training/activity/activity-types";
import { analyzeActivity } from "@/lib/training/activity/analyze-activity";
import { settingsWithDevice } from "@/lib/training/activity/settings-with-device";

export type AthleteAnalysis = ActivityAnalysis & {
  /** Null for a sport without bouts. */
  readonly intervals: ActivityIntervals | null;
};

/**
 * The analysis by the athlete's own capacities of that day, and their own wishes. Where they
 * have set none, the ones that the device was set to then stand in, and a note says so.
 */
export function analyzeForAthlete(
  recorded: RecordedActivity,
  given: AthleteSettings,
  { loadMethod, bouts: marked }: Pick<EffectiveFacts, "loadMethod" | "bouts">,
): AthleteAnalysis {
  const { settings, notes } = settingsWithDevice(recorded, given);
  const analysis = analyzeActivity(recorded, settings, loadMethod);
  const { streams } = analysis;
  return {
    ...analysis,
    notes: [...analysis.notes, ...notes],
    intervals: activityIntervals({ recorded, streams, settings, marked }),
  };
}
