import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { Sensor } from "@/lib/training/activity/activity-edit";

/** The metric that exists when a sensor recorded something. */
const METRIC_OF: readonly (readonly [Sensor, string])[] = [
  ["power", "avgPower"],
  ["heart_rate", "avgHeartRate"],
  ["cadence", "avgCadence"],
  ["speed", "maxSpeed"],
  ["altitude", "ascent"],
  ["temperature", "avgTemperature"],
];

type Facts = Pick<ActivityDetail, "metrics" | "streamsLengthS" | "isIndoor" | "distanceM">;

/** What a recording holds that can be left out; nothing without a recording. */
export function sensorsOf({ metrics, streamsLengthS, isIndoor, distanceM }: Facts): Sensor[] {
  if (streamsLengthS === null) return [];
  const measured = METRIC_OF.filter(([, metric]) => metrics[metric]?.value != null);
  const hasTrack = !isIndoor && distanceM !== null && distanceM > 0;
  return [...measured.map(([sensor]) => sensor), ...(hasTrack ? (["position"] as const) : [])];
}
