import { activityProfile } from "@/lib/training/activity/activity-profile";
import { CURVE_SET } from "@/lib/training/capacity/activity-curves";
import type { AthleteAnalysis } from "./analyze-for-athlete";

/** An analysis as the columns of an activity's row. */
export function analysisColumns(analysis: AthleteAnalysis, analysedAt: Date) {
  const value = (metric: string) => analysis.metrics[metric]?.value ?? null;
  return {
    movingS: analysis.movingS,
    ascentM: value("ascent"),
    avgPowerW: value("avgPower"),
    avgHeartRateBpm: value("avgHeartRate"),
    load: analysis.chosenLoad?.load ?? null,
    loadMethod: analysis.chosenLoad?.method ?? null,
    loads: [...analysis.loads],
    metrics: { ...analysis.metrics },
    timeInZone: analysis.timeInZone,
    notes: [...analysis.notes],
    intervals: analysis.intervals,
    profile: activityProfile(analysis.streams),
    analysedAt,
    curveGrid: CURVE_SET,
  };
}
