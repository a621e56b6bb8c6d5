import { jobRunDetail } from "@/db/queries/job-pages";
import { notFound } from "@/lib/errors";
import { route } from "@/lib/http/route";
import { jobRunBody, jobRunParams } from "@/lib/schemas/operations";

/** One run with its steps. */
export const GET = route(
  { auth: "admin", name: "/api/v1/job-runs/[runId]", params: jobRunParams, output: jobRunBody },
  async ({ ctx, params }) => {
    const found = await ctx.tx((tx) => jobRunDetail(tx, params.runId));
    if (!found) throw notFound("This run");
    return found;
  },
);
