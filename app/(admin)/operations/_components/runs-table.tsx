import type { Route } from "next";
import Link from "next/link";
import { Table } from "@/components/ui/table";
import type { JobRunItem } from "@/db/queries/job-pages";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import { functionName } from "./function-name";
import { RunStatus } from "./run-status";

type Props = { runs: readonly JobRunItem[]; timeZone: string; now: Date };

/** Newest first, each leading to its steps. */
export function RunsTable({ runs, timeZone, now }: Props) {
  return (
    <Table
      caption="Runs of background functions, newest first, with the last failure of each"
      className="[&_tbody_th]:align-baseline [&_td]:align-baseline"
    >
      <thead>
        <tr>
          <th scope="col">Function</th>
          <th scope="col">Outcome</th>
          <th scope="col">Begun</th>
          <th scope="col" data-numeric>
            Took
          </th>
          <th scope="col" data-numeric>
            Steps
          </th>
          <th scope="col">Input</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row" className="font-normal">
              <Link
                href={`/operations/runs/${run.id}` as Route}
                className="whitespace-nowrap text-accent underline underline-offset-4"
              >
                {functionName(run.functionId)}
              </Link>
              {run.error && (
                <p className="max-w-44 text-xs wrap-anywhere sm:max-w-prose">{run.error.message}</p>
              )}
            </th>
            <td>
              <RunStatus status={run.status} />
            </td>
            <td className="whitespace-nowrap">{describeMoment(run.createdAt, timeZone)}</td>
            <td data-numeric className="whitespace-nowrap">
              {run.startedAt ? formatSpan(run.startedAt, run.finishedAt ?? now) : "–"}
            </td>
            <td data-numeric>{run.stepsDone}</td>
            <td className="font-mono text-xs whitespace-nowrap">{run.inputHash}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
