import { route } from "@/lib/http/route";
import { importBatchParams } from "@/lib/schemas/import";
import { startImport } from "@/lib/services/start-import";

/** Everything has been received: hand the batch to the job. */
export const POST = route(
  { auth: "athlete", name: "/api/imports/[batchId]/start", params: importBatchParams },
  ({ ctx, params }) => startImport(ctx, params.batchId),
);
