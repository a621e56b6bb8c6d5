import type {
  ActivityAnalysis,
  AthleteSettings,
  LoadMethod,
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
  preferredLoad: LoadMethod | null = null,
): ActivityAnalysis {
  const filled = settingsWithDevice(recorded, settings);
  const analysis = analyzeActivity(recorded, filled.settings, preferredLoad);
  return { ...analysis, notes: [...analysis.notes, ...filled.notes] };
}
