import { jobRunPage } from "@/db/queries/job-pages";
import { route } from "@/lib/http/route";
import { jobRunsBody, jobRunsQuery } from "@/lib/schemas/operations";

/** Runs, the newest first. */
export const GET = route(
  { auth: "admin", name: "/api/v1/job-runs", query: jobRunsQuery, output: jobRunsBody },
  ({ ctx, query }) =>
    ctx.tx((tx) =>
      jobRunPage(tx, {
        functionId: query.function ?? null,
        status: query.outcome ?? null,
        cursor: query.cursor ?? null,
        limit: query.limit,
      }),
    ),
);
