import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { UnitSystem } from "@/lib/units/unit-system";
import { IntervalsEditor } from "./intervals-editor";
import { prepareIntervals } from "./prepare-intervals";

type Props = { activity: ActivityDetail; units: UnitSystem };

/** The work bouts, or why there are none; nothing for a sport without. */
export function IntervalsCard({ activity, units }: Props) {
  const { intervals, sport, streamsLengthS } = activity;
  if (intervals === null || streamsLengthS === null) return null;
  const { finding, origin, rows } = prepareIntervals(intervals, sport, units);
  return (
    <Card aria-label="Intervals">
      <CardHeader title={<MethodLink to="intervals">Intervals</MethodLink>} aside={origin} />
      <p className="mb-3 max-w-[68ch] font-medium">{finding}</p>
      <IntervalsEditor activityId={activity.id} rows={rows} lengthS={streamsLengthS} />
    </Card>
  );
}
