import { Fragment } from "react";
import { Table } from "@/components/ui/table";
import type { LapDifferences } from "./lap-differences";

/** The device's laps against our averages, folded away below them. */
export function LapDifferencesTable({ titles, rows, finding }: LapDifferences) {
  return (
    <details className="mt-3 text-sm">
      <summary className="flex min-h-6 w-fit items-center rounded-sm text-accent underline-offset-4 hover:underline max-md:min-h-11">
        Against our own averages
      </summary>
      <p className="mt-1 max-w-[68ch] text-muted">{finding}</p>
      <div className={rows.length > 14 ? "max-h-[30rem] overflow-y-auto" : undefined}>
        <Table caption="The device's laps against our averages of the same seconds">
          <thead>
            <tr>
              <th scope="col">#</th>
              {titles.map((title) => (
                <Fragment key={title}>
                  <th scope="col" data-numeric>
                    {title}
                  </th>
                  <th scope="col" data-numeric>
                    Ours
                  </th>
                  <th scope="col" data-numeric>
                    Diff.
                  </th>
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ lap, cells }) => (
              <tr key={lap}>
                <th scope="row">{lap}</th>
                {cells.map(({ title, device, ours, difference }) => (
                  <Fragment key={title}>
                    <td data-numeric>{device}</td>
                    <td data-numeric>{ours}</td>
                    <td data-numeric className="text-muted">
                      {difference}
                    </td>
                  </Fragment>
                ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
    </details>
  );
}
