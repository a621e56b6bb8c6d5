"use server";

import { revalidatePath } from "next/cache";
import { recommendationResponseForm } from "@/lib/schemas/recommendation";
import { respondToRecommendation } from "@/lib/services/respond-to-recommendation";
import { athleteAction } from "./action-client";

export const respondToWorkout = athleteAction
  .metadata({ name: "respondToWorkout" })
  .inputSchema(recommendationResponseForm)
  .stateAction(async ({ parsedInput, ctx }) => {
    await respondToRecommendation(ctx.athlete, parsedInput);
    revalidatePath("/today");
  });
