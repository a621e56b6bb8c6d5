import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { QualityNote } from "@/lib/training/activity/activity-types";
import { heatNote } from "@/lib/training/activity/heat-note";

type Told = Pick<ActivityDetail, "weather" | "metrics" | "sport">;

/** Heat that a weather service tells, where the device itself measured no temperature. */
export function weatherNotes({ weather, metrics, sport }: Told): QualityNote[] {
  if (metrics.avgTemperature?.value != null) return [];
  const note = heatNote(weather?.temperatureC ?? null, sport, "service");
  return note === null ? [] : [note];
}
