import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import { NO_VALUE } from "@/lib/units/conversion";
import type { UnitSystem } from "@/lib/units/unit-system";
import { deviceDifference, deviceFacts, deviceMetric } from "./device-facts";
import { metricInputs } from "./metric-inputs";
import { formatMetric, metricLabel, metricOrder } from "./metric-looks";
import { MetricReceipt } from "./metric-receipt";

type Props = { activity: ActivityDetail; units: UnitSystem; settings: AthleteSettings };

/** Numbers that say nothing of a sport done on the spot. */
const OF_A_JOURNEY = new Set(["maxSpeed", "avgSpeed", "ascent", "descent"]);

function hasJourney({ distanceM }: ActivityDetail): boolean {
  return distanceM !== null && distanceM > 0;
}

/** Every computed number with the device's own beside it, and what only the device says. */
export function MetricsCard({ activity, units, settings }: Props) {
  const { metrics, sport, deviceValues } = activity;
  const names = metricOrder(Object.keys(metrics)).filter(
    (name) => name !== "distance" && !(OF_A_JOURNEY.has(name) && !hasJourney(activity)),
  );
  const facts = deviceFacts(deviceValues);
  if (names.length === 0 && facts.length === 0) return null;
  const hasDevice = names.some((name) => deviceMetric(name, deviceValues) !== null);
  return (
    <Card aria-label="All numbers">
      <CardHeader title="All numbers" aside="press a name for its formula" />
      <Table caption="Every number of this activity" className="[&_td]:py-1.5 [&_tbody_th]:py-1">
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col" data-numeric>
              Formline
            </th>
            {hasDevice ? (
              <>
                <th scope="col" data-numeric>
                  Device
                </th>
                <th scope="col" data-numeric>
                  Difference
                </th>
              </>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const metric = metrics[name];
            const device = deviceMetric(name, deviceValues);
            return (
              <tr key={name}>
                <th scope="row" className="font-normal">
                  <MetricReceipt
                    label={metricLabel(name, sport)}
                    metric={metric}
                    inputs={metricInputs(name, { activity, settings, units })}
                  />
                </th>
                {metric?.value == null ? (
                  // A reason is longer than a number, and takes the room where nothing stands beside it.
                  <td data-numeric colSpan={hasDevice && device === null ? 3 : 1}>
                    <span className="text-faint">{metric?.reason ?? NO_VALUE}</span>
                  </td>
                ) : (
                  <td data-numeric className="font-medium whitespace-nowrap">
                    {formatMetric(name, metric, sport, units)}
                  </td>
                )}
                {hasDevice && !(metric?.value == null && device === null) ? (
                  <>
                    <td data-numeric className="whitespace-nowrap text-muted">
                      {device === null
                        ? NO_VALUE
                        : formatMetric(
                            name,
                            { value: device, unit: "", formula: "" },
                            sport,
                            units,
                          )}
                    </td>
                    <td data-numeric className="whitespace-nowrap text-muted">
                      {deviceDifference(metric?.value ?? null, device)}
                    </td>
                  </>
                ) : null}
              </tr>
            );
          })}
        </tbody>
      </Table>
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
