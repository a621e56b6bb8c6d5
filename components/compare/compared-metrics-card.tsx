import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { ActivityDetail } from "@/db/queries/activity-detail";
import { NO_VALUE } from "@/lib/units/conversion";
import type { UnitSystem } from "@/lib/units/unit-system";
import { comparedMetrics } from "./compared-metrics";

type Props = { a: ActivityDetail; b: ActivityDetail; units: UnitSystem };

/** Every number that both or one of them has, with the difference. */
export function ComparedMetrics({ a, b, units }: Props) {
  return (
    <Card aria-label="Numbers">
      <CardHeader
        title={<MethodLink to="averages">Numbers</MethodLink>}
        aside="the difference is A less B"
      />
      <Table caption="Numbers of both activities" className="[&_td]:py-1.5 [&_tbody_th]:py-1.5">
        <thead>
          <tr>
            <th scope="col">Number</th>
            <th scope="col" data-numeric>
              A
            </th>
            <th scope="col" data-numeric>
              B
            </th>
            <th scope="col" data-numeric>
              Difference
            </th>
          </tr>
        </thead>
        <tbody>
          {comparedMetrics(a, b, units).map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td data-numeric className="whitespace-nowrap">
                {row.a}
              </td>
              <td data-numeric className="whitespace-nowrap">
                {row.b}
              </td>
              <td data-numeric className="font-medium whitespace-nowrap">
                {row.difference ?? NO_VALUE}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
