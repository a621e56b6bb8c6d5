import { MethodLink } from "@/components/methods/method-link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Table } from "@/components/ui/table";
import type { TotalsPeriod } from "@/db/queries/training-totals";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatTotal } from "./format-total";
import { type PeriodRows, periodLabel } from "./prepare-totals";
import { totalOfRows } from "./total-of";
import { TOTALS_MEASURES } from "./totals-view";

type Props = {
  periods: readonly PeriodRows[];
  by: TotalsPeriod;
  units: UnitSystem;
  className?: string;
};

/** Every total of every period, newest first; what no activity has is a dash. */
export function TotalsTable({ periods, by, units, className }: Props) {
  const rows = periods.flatMap((period) => period.rows);
  return (
    <Card aria-labelledby="every-total" className={className}>
      <CardHeader
        id="every-total"
        title={<MethodLink to="totals">Every total</MethodLink>}
        aside={`${periods.length} ${by}${periods.length === 1 ? "" : "s"}`}
      />
      <div
        className={
          periods.length > 12 ? "max-h-[27rem] overflow-y-auto border-b border-line" : undefined
        }
      >
        <Table
          caption={`Totals by ${by}, newest first`}
          className="[&_td]:py-1.5 [&_tbody_th]:py-1.5"
        >
          <thead>
            <tr>
              <th scope="col" className="capitalize">
                {by}
              </th>
              {TOTALS_MEASURES.map(({ key, label }) => (
                <th key={key} scope="col" data-numeric>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.toReversed().map(({ from, rows: done }) => (
              <tr key={from}>
                <th scope="row" className="font-normal whitespace-nowrap">
                  {periodLabel(by, from)}
                </th>
                {TOTALS_MEASURES.map(({ key }) => (
                  <td key={key} data-numeric className="whitespace-nowrap">
                    {formatTotal(key, totalOfRows(done, key), units)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <p className="mt-3 text-sm text-muted">{missingText(rows)}</p>
    </Card>
  );
}

function missingText(rows: readonly PeriodRows["rows"][number][]): string {
  const count = (read: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + read(row), 0);
  const all = count((row) => row.activities);
  const parts = [
    part(
      count((row) => row.withoutLoad),
      all,
      "no load",
    ),
    part(
      count((row) => row.withoutEnergy),
      all,
      "no energy, which only the device estimates",
    ),
  ].filter((text) => text !== null);
  const dash = "A dash means that no activity has the value.";
  return parts.length === 0 ? dash : `${dash} ${parts.join("; ")}.`;
}

function part(missing: number, all: number, what: string): string | null {
  return missing === 0 ? null : `${missing} of ${all} activities have ${what}`;
}
