import { deadLetterPage } from "@/db/queries/job-pages";
import { route } from "@/lib/http/route";
import { deadLettersBody, deadLettersQuery } from "@/lib/schemas/operations";

/** Runs that gave up, the newest first. */
export const GET = route(
  {
    auth: "admin",
    name: "/api/v1/job-dead-letters",
    query: deadLettersQuery,
    output: deadLettersBody,
  },
  ({ ctx, query }) =>
    ctx.tx((tx) =>
      deadLetterPage(tx, {
        functionId: query.function ?? null,
        state: query.state,
        cursor: query.cursor ?? null,
        limit: query.limit,
      }),
    ),
);
