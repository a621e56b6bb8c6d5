import { Table } from "@/components/ui/table";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import type { AthleteSettings } from "@/lib/training/activity/activity-types";
import { NO_VALUE } from "@/lib/units/conversion";
import type { UnitSystem } from "@/lib/units/unit-system";
import { deviceDifference, deviceMetric } from "./device-facts";
import { metricInputs } from "./metric-inputs";
import { formatMetric, metricLabel } from "./metric-looks";
import { MetricReceipt } from "./metric-receipt";

type Props = {
  names: readonly string[];
  activity: ActivityDetail;
  units: UnitSystem;
  settings: AthleteSettings;
};

/** These numbers, the device's own beside them where it has any of them. */
export function MetricsTable({ names, activity, units, settings }: Props) {
  const { metrics, sport, deviceValues } = activity;
  const hasDevice = names.some((name) => deviceMetric(name, deviceValues) !== null);
  return (
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
              <td data-numeric>
                {metric?.value == null ? (
                  <span className="text-faint">{metric?.reason ?? NO_VALUE}</span>
                ) : (
                  <span className="font-medium whitespace-nowrap">
                    {formatMetric(name, metric, sport, units)}
                  </span>
                )}
              </td>
              {hasDevice ? (
                <>
                  <td data-numeric className="whitespace-nowrap text-muted">
                    {device === null
                      ? NO_VALUE
                      : formatMetric(name, { value: device, unit: "", formula: "" }, sport, units)}
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
  );
}
