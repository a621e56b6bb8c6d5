"use server";

import { revalidatePath } from "next/cache";
import { aiSettingsInput } from "@/lib/schemas/ai-settings";
import { changeAiSettings } from "@/lib/services/change-ai-settings";
import { athleteAction } from "./action-client";

export const saveAssistant = athleteAction
  .metadata({ name: "saveAssistant" })
  .inputSchema(aiSettingsInput)
  .action(async ({ parsedInput, ctx }) => {
    await changeAiSettings(ctx.athlete, parsedInput);
    revalidatePath("/settings/assistant");
    return { saved: true };
  });
