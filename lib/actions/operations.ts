"use server";

import { revalidatePath } from "next/cache";
import { jobRunParams } from "@/lib/schemas/operations";
import { settleDeadLetter } from "@/lib/services/settle-dead-letter";
import { adminAction } from "./action-client";

export const retryRun = adminAction
  .metadata({ name: "retryRun" })
  .inputSchema(jobRunParams)
  .action(async ({ parsedInput, ctx }) => {
    await settleDeadLetter(ctx.admin, parsedInput.runId, "retried");
    revalidatePath("/operations", "layout");
  });

export const discardRun = adminAction
  .metadata({ name: "discardRun" })
  .inputSchema(jobRunParams)
  .action(async ({ parsedInput, ctx }) => {
    await settleDeadLetter(ctx.admin, parsedInput.runId, "discarded");
    revalidatePath("/operations", "layout");
  });
