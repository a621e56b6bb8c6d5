"use server";

import { revalidatePath } from "next/cache";
import { addThresholdInput, answerFtpInput, removeThresholdInput } from "@/lib/schemas/threshold";
import { addThreshold as addThresholdService } from "@/lib/services/add-threshold";
import { answerFtpSuggestion as answerFtpService } from "@/lib/services/answer-ftp-suggestion";
import { removeThreshold as removeThresholdService } from "@/lib/services/remove-threshold";
import { athleteAction } from "./action-client";

export const addThreshold = athleteAction
  .metadata({ name: "addThreshold" })
  .inputSchema(addThresholdInput)
  .action(async ({ parsedInput, ctx }) => {
    const { id } = await addThresholdService(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { id };
  });

export const removeThreshold = athleteAction
  .metadata({ name: "removeThreshold" })
  .inputSchema(removeThresholdInput)
  .action(async ({ parsedInput, ctx }) => {
    await removeThresholdService(ctx.athlete, parsedInput.id);
    revalidatePath("/", "layout");
    return { removed: true };
  });

export const answerFtpSuggestion = athleteAction
  .metadata({ name: "answerFtpSuggestion" })
  .inputSchema(answerFtpInput)
  .action(async ({ parsedInput, ctx }) => {
    await answerFtpService(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { answered: true };
  });
