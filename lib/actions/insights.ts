"use server";

import { revalidatePath } from "next/cache";
import { insightRatingForm, wordsForm } from "@/lib/schemas/insights";
import { evaluateInsights as evaluate } from "@/lib/services/evaluate-insights";
import { rateInsight as rate } from "@/lib/services/rate-insight";
import { requestWords } from "@/lib/services/request-words";
import { athleteAction } from "./action-client";

export const rateInsight = athleteAction
  .metadata({ name: "rateInsight" })
  .inputSchema(insightRatingForm)
  .stateAction(async ({ parsedInput, ctx }) => {
    await rate(ctx.athlete, parsedInput);
    revalidatePath("/insights");
    revalidatePath("/today");
    revalidatePath("/activities/[activityId]", "page");
  });

/** Has a morning or an activity put into better words; nobody waits for them. */
export const askForWords = athleteAction
  .metadata({ name: "askForWords" })
  .inputSchema(wordsForm)
  .stateAction(({ parsedInput, ctx }) => requestWords(ctx.athlete, parsedInput));

/** Looks anew, on request. */
export const evaluateInsights = athleteAction
  .metadata({ name: "evaluateInsights" })
  .stateAction(async ({ ctx }) => {
    await evaluate(ctx.athlete, "asked");
    revalidatePath("/insights");
    revalidatePath("/today");
  });
