import { StreamsSkeleton } from "@/components/activity/streams-skeleton";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Skeleton } from "@/components/ui/skeleton";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { StreamName } from "@/lib/schemas/activity";

/** The metric that exists when a stream was recorded. */
const METRIC_OF: readonly (readonly [StreamName, string])[] = [
  ["powerW", "avgPower"],
  ["heartRateBpm", "avgHeartRate"],
  ["speedMps", "maxSpeed"],
  ["altitudeM", "ascent"],
  ["cadenceRpm", "avgCadence"],
];

/** As tall as the streams card will be, judged by the metrics: nothing below it jumps. */
export function StreamsSectionSkeleton({ activity }: { activity: ActivityDetail }) {
  const names = METRIC_OF.filter(([, metric]) => activity.metrics[metric]?.value != null);
  return (
    <Card aria-label="Streams" aria-busy="true">
      <CardHeader title="Streams" className="mb-0.5" />
      <div className="mb-3 h-[22px]" />
      <div className="mb-2 h-7 max-md:h-11" />
      <StreamsSkeleton names={names.map(([name]) => name)} />
      <div className="mt-2 h-[83px] border-t border-line" />
      <div className="mt-3 h-[18px]" />
    </Card>
  );
}

export function TrackSectionSkeleton() {
  return (
    <Card aria-label="Track" aria-busy="true">
      <CardHeader title="Track" />
      <Skeleton className="aspect-[280/216] w-full" />
      <div className="mt-2 h-4" />
    </Card>
  );
}
