import { route } from "@/lib/http/route";
import { importCreatedBody } from "@/lib/schemas/import";
import { createImportBatch } from "@/lib/services/create-import-batch";

/** Opens a batch; the files follow one by one to /api/uploads. */
export const POST = route(
  { auth: "athlete", name: "/api/imports", output: importCreatedBody },
  ({ ctx }) => createImportBatch(ctx, "upload"),
);
