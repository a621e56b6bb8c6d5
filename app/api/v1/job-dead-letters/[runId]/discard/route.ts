import { route } from "@/lib/http/route";
import { jobRunParams, settledBody } from "@/lib/schemas/operations";
import { settleDeadLetter } from "@/lib/services/settle-dead-letter";

/** Puts it aside for good. */
export const POST = route(
  {
    auth: "admin",
    name: "/api/v1/job-dead-letters/[runId]/discard",
    params: jobRunParams,
    output: settledBody,
  },
  ({ ctx, params }) => settleDeadLetter(ctx, params.runId, "discarded"),
);
