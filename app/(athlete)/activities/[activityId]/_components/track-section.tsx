import { TrackCard } from "@/components/activity/track-card";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { UnitSystem } from "@/lib/units/unit-system";
import { loadStreams } from "./load-streams";

type Props = { activity: ActivityDetail; units: UnitSystem };

export async function TrackSection({ activity, units }: Props) {
  const streams = activity.streamsLengthS === null ? null : await loadStreams(activity.id);
  return <TrackCard activity={activity} streams={streams} units={units} />;
}
