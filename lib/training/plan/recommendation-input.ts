import type { AthleteSettings } from "../activity/activity-types";
import type { ReadinessDecision, RecoveryScore } from "../recovery/recovery-types";

/** What the athlete has done lately in one sport; a run is never planned from rides. */
export type RecentVolume = {
  /** Sessions in the last 28 days. */
  readonly sessions28: number;
  /** Median session of the last 28 days; null without sessions. */
  readonly typicalDurationS: number | null;
  /** Longest session of the last 30 days. */
  readonly longestDurationS: number | null;
  readonly daysSinceLong: number | null;
  /** CTL of this sport today minus seven days ago; null while unknown. */
  readonly ramp: number | null;
};

export type RecommendationInput = {
  readonly decision: ReadinessDecision;
  readonly recovery: RecoveryScore | null;
  readonly mainSport: "cycling" | "running" | "swimming";
  /** Of the main sport. */
  readonly volume: RecentVolume;
  /** This morning's form, all sports; null while unknown. */
  readonly tsb: number | null;
  /** How many hours ago the hard sessions of the last seven days (any sport) began. */
  readonly hardSessionsHoursAgo: readonly number[];
  /** Null when the athlete does no strength training. */
  readonly daysSinceStrength: number | null;
  /** What the day leaves; null = no limit given. */
  readonly availableS: number | null;
  /** Thresholds of the day, for the main sport. */
  readonly settings: AthleteSettings;
  /** Days since 1970-01-01 of the athlete's day: turns the library's pages. */
  readonly dayNumber: number;
};
