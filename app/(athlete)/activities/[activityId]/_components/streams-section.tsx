import { StreamsCard } from "@/components/activity/streams-card";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { UnitSystem } from "@/lib/units/unit-system";
import { loadStreams } from "./load-streams";

type Props = { activity: ActivityDetail; units: UnitSystem };

export async function StreamsSection({ activity, units }: Props) {
  const streams = activity.streamsLengthS === null ? null : await loadStreams(activity.id);
  return <StreamsCard activity={activity} streams={streams} units={units} />;
}
