"use client";

import { exportStyle } from "@/components/charts/chart-export";
import { saveFile } from "@/components/charts/save-file";
import { Table } from "@/components/ui/table";
import { LapButton } from "./lap-button";
import { planCsv } from "./plan-csv";
import type { PlanRow } from "./prepare-plan";

type Props = { rows: readonly PlanRow[]; fileName: string };

/** More rows than this scroll inside the card. */
const TALL = 16;

const STATUS_INK: Readonly<Record<PlanRow["status"], string>> = {
  done: "",
  partly: "text-ease",
  skipped: "text-rest",
  extra: "text-muted",
};

/** Each step of the plan with what was done of it; a step opens its stretch in the streams. */
export function PlanTable({ rows, fileName }: Props) {
  return (
    <div className="mt-3">
      <div className={rows.length > TALL ? "max-h-[34rem] overflow-y-auto" : undefined}>
        <Table
          caption="Steps of the plan, and what was done of each"
          className="[&_td]:align-middle [&_th]:align-middle"
        >
          <thead>
            <tr>
              <th scope="col" className="w-8">
                <span className="sr-only">Number</span>
              </th>
              <th scope="col">Planned</th>
              <th scope="col" data-numeric>
                Done
              </th>
              <th scope="col" data-numeric>
                Mean
              </th>
              <th scope="col" data-numeric>
                In range
              </th>
              <th scope="col" data-numeric className="max-sm:hidden">
                Start
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <tr key={row.step}>
                <td>
                  {row.fromS === null || row.toS === null ? (
                    i + 1
                  ) : (
                    <LapButton what="Step" lap={i + 1} fromS={row.fromS} toS={row.toS} />
                  )}
                </td>
                <th scope="row">
                  {row.step}
                  <span className="block font-normal">{row.planned}</span>
                </th>
                <td data-numeric className={STATUS_INK[row.status]}>
                  {row.done}
                  {row.status === "partly" ? <span className="block">cut short</span> : null}
                </td>
                <td data-numeric className="whitespace-nowrap">
                  {row.mean}
                </td>
                <td data-numeric>{row.inRange}</td>
                <td data-numeric className="max-sm:hidden">
                  {row.start}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <div className="mt-2 flex justify-end text-[13px]">
        <button
          type="button"
          aria-label="CSV of the steps"
          className={exportStyle}
          onClick={() =>
            saveFile(
              new Blob([planCsv(rows)], { type: "text/csv;charset=utf-8" }),
              `${fileName}.csv`,
            )
          }
        >
          CSV of the steps
        </button>
      </div>
    </div>
  );
}
