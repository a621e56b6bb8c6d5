import { importLedger } from "@/db/queries/import-ledger";
import { route } from "@/lib/http/route";
import {
  importBatchParams,
  importProgressBody,
  importProgressQuery,
  LEDGER_PAGE_SIZE,
} from "@/lib/schemas/import";

/** Where the batch stands, and one page of its ledger. */
export const GET = route(
  {
    auth: "athlete",
    name: "/api/imports/[batchId]",
    params: importBatchParams,
    query: importProgressQuery,
    output: importProgressBody,
  },
  ({ ctx, params, query }) =>
    ctx.tx((tx) =>
      importLedger(tx, {
        batchId: params.batchId,
        cursor: query.cursor ?? null,
        status: query.status ?? null,
        limit: LEDGER_PAGE_SIZE,
      }),
    ),
);
