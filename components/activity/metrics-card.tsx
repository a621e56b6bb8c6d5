import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import type { UnitSystem } from "@/lib/units/unit-system";
import { deviceFacts, deviceMetric } from "./device-facts";
import { groupMissing } from "./group-missing";
import { isJourney } from "./is-journey";
import { metricOrder } from "./metric-looks";
import { MetricsTable } from "./metrics-table";
import { MissingNumbers } from "./missing-numbers";

type Props = { activity: ActivityDetail; units: UnitSystem; settings: AthleteSettings };

/** Numbers that say nothing of a sport done on the spot. */
const OF_A_JOURNEY = new Set(["maxSpeed", "avgSpeed", "ascent", "descent"]);

/** Every computed number with the device's own beside it, and what only the device says. */
export function MetricsCard({ activity, units, settings }: Props) {
  const { metrics, deviceValues } = activity;
  const all = metricOrder(Object.keys(metrics)).filter(
    (name) => name !== "distance" && !(OF_A_JOURNEY.has(name) && !isJourney(activity)),
  );
  // What only the device knows has its row too.
  const names = all.filter(
    (name) => metrics[name]?.value != null || deviceMetric(name, deviceValues) !== null,
  );
  const missing = groupMissing(
    all.filter((name) => !names.includes(name)),
    metrics,
  );
  const facts = deviceFacts(deviceValues);
  if (all.length === 0 && facts.length === 0) return null;
  return (
    <Card aria-label="All numbers">
      <CardHeader title="All numbers" aside="press a name for its formula" />
      {names.length === 0 ? null : (
        <MetricsTable names={names} activity={activity} units={units} settings={settings} />
      )}
      <MissingNumbers groups={missing} activity={activity} />
      {facts.length === 0 ? null : (
        <>
          <h3 className="heading-quiet mt-5 mb-2">Only the device says</h3>
          <dl className="flex flex-wrap gap-x-6 gap-y-2 text-sm">
            {facts.map((fact) => (
              <div key={fact.label}>
                <dt className="text-faint">{fact.label}</dt>
                <dd className="font-medium tabular-nums">{fact.text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Card>
  );
}
