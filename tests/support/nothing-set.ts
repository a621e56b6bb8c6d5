import type { AthleteSettings } from "@/lib/training/activity/activity-types";

/** An athlete of whom nothing is known. */
export const NOTHING_SET: AthleteSettings = {
  sex: null,
  gradedPaceModel: "observed",
  weightKg: null,
  ftpW: null,
  thresholdHeartRateBpm: null,
  maxHeartRateBpm: null,
  restingHeartRateBpm: null,
  thresholdSpeedMps: null,
  criticalSwimSpeedMps: null,
};
