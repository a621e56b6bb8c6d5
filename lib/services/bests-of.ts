import "server-only";
import { encodeCurve } from "@/db/curves/curve-codec";
import type { Bests } from "@/db/mutations/replace-bests";
import type {
  ActivityAnalysis,
  AthleteSettings,
  RecordedActivity,
} from "@/lib/training/activity/activity-types";
import { activityCurves } from "@/lib/training/capacity/activity-curves";
import { activityBestEfforts } from "@/lib/training/race/activity-best-efforts";

/** The curves and best efforts of an analysis, as they are stored. */
export function bestsOf(
  recorded: RecordedActivity,
  analysis: ActivityAnalysis,
  settings: AthleteSettings,
): Bests {
  return {
    curves: activityCurves(recorded, analysis.streams, settings).map(encodeCurve),
    efforts: activityBestEfforts(recorded, analysis.streams),
  };
}
