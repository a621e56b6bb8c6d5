"use server";

import { revalidatePath } from "next/cache";
import { rateActivityInput, renameActivityInput } from "@/lib/schemas/activity";
import { rateActivity } from "@/lib/services/rate-activity";
import { renameActivity } from "@/lib/services/rename-activity";
import { athleteAction } from "./action-client";

export const saveActivityTitle = athleteAction
  .metadata({ name: "renameActivity" })
  .inputSchema(renameActivityInput)
  .action(async ({ parsedInput, ctx }) => {
    await renameActivity(ctx.athlete, parsedInput);
    revalidatePath(`/activities/${parsedInput.activityId}`);
  });

export const saveActivityEffort = athleteAction
  .metadata({ name: "rateActivity" })
  .inputSchema(rateActivityInput)
  .action(async ({ parsedInput, ctx }) => {
    const rated = await rateActivity(ctx.athlete, parsedInput);
    revalidatePath(`/activities/${parsedInput.activityId}`);
    return rated;
  });
