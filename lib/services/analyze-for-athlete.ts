import type {
  ActivityAnalysis,
  AthleteSettings,
  RecordedActivity,
} from "@/lib/training/activity/activity-types";
import { analyzeActivity } from "@/lib/training/activity/analyze-activity";
import { settingsWithDevice } from "@/lib/training/activity/settings-with-device";

/**
 * The analysis by the athlete's own capacities of that day. Where they have set none, the
 * ones that the device was set to then stand in, and a note says so.
 */
export function analyzeForAthlete(
  recorded: RecordedActivity,
  settings: AthleteSettings,
): ActivityAnalysis {
  const filled = settingsWithDevice(recorded, settings);
  const analysis = analyzeActivity(recorded, filled.settings);
  return { ...analysis, notes: [...analysis.notes, ...filled.notes] };
}
