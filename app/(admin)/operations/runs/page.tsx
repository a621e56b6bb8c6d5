import type { Metadata, Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import { type JobRunItem, jobFunctionStates, jobRunPage } from "@/db/queries/job-pages";
import { requireAdmin } from "@/lib/auth/current-admin";
import { describeMoment } from "@/lib/dates/describe-moment";
import { formatSpan } from "@/lib/dates/format-span";
import { JOB_RUN_STATUSES, jobRunsQuery } from "@/lib/schemas/operations";
import { functionName } from "../_components/function-name";
import { ListFilters } from "../_components/list-filters";
import { OperationsHeader } from "../_components/operations-header";
import { PageLinks } from "../_components/page-links";
import { readSearch, type Search } from "../_components/read-search";
import { RunStatus } from "../_components/run-status";

export const metadata: Metadata = { title: "Job runs" };

export default async function JobRunsPage({ searchParams }: { searchParams: Search }) {
  const ctx = await requireAdmin();
  const query = await readSearch(jobRunsQuery, searchParams);
  const { cursor, limit, function: functionId, outcome } = query;
  const { page, functions } = await ctx.tx(async (tx) => ({
    page: await jobRunPage(tx, {
      functionId: functionId ?? null,
      status: outcome ?? null,
      cursor: cursor ?? null,
      limit,
    }),
    functions: await jobFunctionStates(tx, ctx.now),
  }));
  const isFiltered = functionId !== undefined || outcome !== undefined;
  return (
    <>
      <OperationsHeader current="runs" />
      <ListFilters
        label="Job runs"
        filters={[
          {
            name: "function",
            label: "Function",
            value: functionId ?? "",
            options: [
              { value: "", label: "All functions" },
              ...functions.map(({ functionId: id }) => ({ value: id, label: functionName(id) })),
            ],
          },
          {
            name: "outcome",
            label: "Outcome",
            value: outcome ?? "",
            options: [
              { value: "", label: "All outcomes" },
              ...JOB_RUN_STATUSES.map((value) => ({ value, label: value })),
            ],
          },
        ]}
      />
      <Card aria-labelledby="runs">
        <CardHeader id="runs" title="Newest first" />
        {page.items.length === 0 ? (
          <EmptyState title={isFiltered ? "No such run" : "Nothing has run yet"}>
            {isFiltered
              ? "Finished runs are kept for 30 days, those of the clock without a fault for 3."
              : "Background work is listed here as soon as there is some."}
          </EmptyState>
        ) : (
          <RunsTable runs={page.items} timeZone={ctx.timeZone} now={ctx.now} />
        )}
        <PageLinks
          path="/operations/runs"
          search={{ function: functionId, outcome }}
          cursor={cursor}
          nextCursor={page.nextCursor}
        />
      </Card>
    </>
  );
}

type TableProps = { runs: readonly JobRunItem[]; timeZone: string; now: Date };

function RunsTable({ runs, timeZone, now }: TableProps) {
  return (
    <Table caption="Runs of background functions, newest first" className="[&_td]:align-middle">
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
          <th scope="col">Last failure</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.id}>
            <th scope="row" className="font-normal whitespace-nowrap">
              <Link
                href={`/operations/runs/${run.id}` as Route}
                className="text-accent underline underline-offset-4"
              >
                {functionName(run.functionId)}
              </Link>
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
            <td className="min-w-48 text-muted">{run.error?.message ?? "–"}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
