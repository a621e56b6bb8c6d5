import type { AthleteSettings, Channel, RecordedActivity, Streams } from "./activity-types";
import type { MetricCollector } from "./metric-collector";

/** What every group of metrics reads and where it writes. */
export type ActivityContext = {
  readonly recorded: RecordedActivity;
  readonly settings: AthleteSettings;
  readonly streams: Streams;
  /** Seconds in which the timer ran, by the device, else by the streams. */
  readonly timerS: number;
  readonly movingS: number;
  readonly distanceM: number | null;
  /** Null without altitude. */
  readonly smoothedAltitude: Channel | null;
  /** Median seconds between records; null with fewer than two. */
  readonly recordingIntervalS: number | null;
  readonly out: MetricCollector;
};

/** A load stands on at least this share of the timer's seconds (convention, as in DEC-QS). */
export const MIN_COVERAGE = 0.6;

/** Why a metric that stands on `seconds` of data is refused; null when there is enough. */
export function coverageReason(seconds: number, timerS: number, what: string): string | null {
  if (timerS <= 0) return "The activity has no duration.";
  const share = seconds / timerS;
  if (share >= MIN_COVERAGE) return null;
  return `${what} was recorded for only ${Math.round(share * 100)} % of the time.`;
}
