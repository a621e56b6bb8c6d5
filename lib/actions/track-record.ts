"use server";

import { revalidatePath } from "next/cache";
import { chooseWeightsInput, weekAnswerInput } from "@/lib/schemas/track-record";
import { answerToday } from "@/lib/services/answer-today";
import { answerWeek as keepAnswer } from "@/lib/services/answer-week";
import { chooseWeights as choose } from "@/lib/services/choose-weights";
import { athleteAction } from "./action-client";

const PAGE = "/recovery/track-record";

export const answerWeek = athleteAction
  .metadata({ name: "answerWeek" })
  .inputSchema(weekAnswerInput)
  .action(async ({ parsedInput, ctx }) => {
    await keepAnswer(ctx.athlete, parsedInput);
    revalidatePath(PAGE);
    return { kept: true };
  });

export const chooseWeights = athleteAction
  .metadata({ name: "chooseWeights" })
  .inputSchema(chooseWeightsInput)
  .action(async ({ parsedInput, ctx }) => {
    await choose(ctx.athlete, parsedInput);
    await answerToday(ctx.athlete);
    revalidatePath(PAGE);
    revalidatePath("/today");
    return { chosen: true };
  });
