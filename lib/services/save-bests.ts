import "server-only";
import { encodeCurve } from "@/db/curves/curve-codec";
import { replaceBests } from "@/db/mutations/replace-bests";
import type { AthleteTx } from "@/db/scope";
import type {
  ActivityAnalysis,
  AthleteSettings,
  RecordedActivity,
} from "@/lib/training/activity/activity-types";
import { activityCurves } from "@/lib/training/capacity/activity-curves";
import { activityBestEfforts } from "@/lib/training/race/activity-best-efforts";

/** Keeps the curves and best efforts of an analysis, in the transaction that keeps the analysis. */
export async function saveBests(
  tx: AthleteTx,
  activityId: string,
  analysed: {
    readonly recorded: RecordedActivity;
    readonly analysis: ActivityAnalysis;
    readonly settings: AthleteSettings;
  },
): Promise<void> {
  const { recorded, analysis, settings } = analysed;
  await replaceBests(tx, activityId, {
    curves: activityCurves(recorded, analysis.streams, settings.weightKg).map(encodeCurve),
    efforts: activityBestEfforts(recorded, analysis.streams),
  });
}
