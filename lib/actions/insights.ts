"use server";

import { revalidatePath } from "next/cache";
import { insightRatingForm } from "@/lib/schemas/insights";
import { evaluateInsights as evaluate } from "@/lib/services/evaluate-insights";
import { rateInsight as rate } from "@/lib/services/rate-insight";
import { athleteAction } from "./action-client";

export const rateInsight = athleteAction
  .metadata({ name: "rateInsight" })
  .inputSchema(insightRatingForm)
  .stateAction(async ({ parsedInput, ctx }) => {
    await rate(ctx.athlete, parsedInput);
    revalidatePath("/insights");
  });

/** Looks anew, on request. */
export const evaluateInsights = athleteAction
  .metadata({ name: "evaluateInsights" })
  .stateAction(async ({ ctx }) => {
    await evaluate(ctx.athlete, "asked");
    revalidatePath("/insights");
    revalidatePath("/today");
  });
