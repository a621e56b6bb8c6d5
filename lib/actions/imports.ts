"use server";

import { revalidatePath } from "next/cache";
import { importBatchParams, retryImportInput } from "@/lib/schemas/import";
import { pauseImport } from "@/lib/services/pause-import";
import { resumeImport } from "@/lib/services/resume-import";
import { retryImport } from "@/lib/services/retry-import";
import { stopImport } from "@/lib/services/stop-import";
import { athleteAction } from "./action-client";

export const pauseBatch = athleteAction
  .metadata({ name: "pauseImport" })
  .inputSchema(importBatchParams)
  .action(async ({ parsedInput, ctx }) => pauseImport(ctx.athlete, parsedInput.batchId));

export const resumeBatch = athleteAction
  .metadata({ name: "resumeImport" })
  .inputSchema(importBatchParams)
  .action(async ({ parsedInput, ctx }) => resumeImport(ctx.athlete, parsedInput.batchId));

export const stopBatch = athleteAction
  .metadata({ name: "stopImport" })
  .inputSchema(importBatchParams)
  .action(async ({ parsedInput, ctx }) => {
    await stopImport(ctx.athlete, parsedInput.batchId);
    revalidatePath("/import");
  });

export const retryFiles = athleteAction
  .metadata({ name: "retryImport" })
  .inputSchema(retryImportInput)
  .action(async ({ parsedInput: { batchId, fileId }, ctx }) =>
    retryImport(ctx.athlete, batchId, fileId),
  );
