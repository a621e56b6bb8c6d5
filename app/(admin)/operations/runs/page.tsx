import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { jobFunctionStates, jobRunPage } from "@/db/queries/job-pages";
import { requireAdmin } from "@/lib/auth/current-admin";
import { jobRunsQuery } from "@/lib/schemas/operations";
import { filterBy, filterByFunction } from "../_components/list-filter";
import { OperationsList } from "../_components/operations-list";
import { readSearch, type Search } from "../_components/read-search";
import { RUN_WORDS } from "../_components/run-status";
import { RunsTable } from "../_components/runs-table";

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
    <OperationsList
      section="runs"
      title="Job runs"
      filters={[
        filterByFunction(functionId, functions),
        filterBy({ name: "outcome", label: "Outcome", all: "All outcomes" }, outcome, RUN_WORDS),
      ]}
      cursor={cursor}
      page={page}
      empty={
        <EmptyState title={isFiltered ? "No such run" : "Nothing has run yet"}>
          {isFiltered
            ? "Finished runs are kept for 30 days, those of the clock without a fault for 3."
            : "Background work is listed here as soon as there is some."}
        </EmptyState>
      }
    >
      <RunsTable runs={page.items} timeZone={ctx.timeZone} now={ctx.now} />
    </OperationsList>
  );
}
