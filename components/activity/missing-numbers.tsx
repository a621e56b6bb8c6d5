import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { MissingNumbers as Group } from "./group-missing";
import { metricLabel } from "./metric-looks";
import { MetricReceipt } from "./metric-receipt";

type Props = {
  groups: readonly Group[];
  activity: Pick<ActivityDetail, "metrics" | "sport">;
};

/** What could not be computed, under the one thing that it lacks. */
export function MissingNumbers({ groups, activity }: Props) {
  const { metrics, sport } = activity;
  if (groups.length === 0) return null;
  return (
    <>
      <h3 className="heading-quiet mt-5 mb-2">Not computed</h3>
      <dl className="flex flex-col gap-2 text-sm">
        {groups.map(({ reason, names }) => (
          <div key={reason}>
            <dt>{reason}</dt>
            <dd className="flex flex-wrap gap-x-4 text-faint">
              {names.map((name) => (
                <MetricReceipt key={name} label={metricLabel(name, sport)} metric={metrics[name]} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
