"use server";

import { revalidatePath } from "next/cache";
import { weekBefore } from "@/lib/dates/week-before";
import { localDayAt } from "@/lib/dates/zoned-time";
import { skipQuestion } from "@/lib/http/skipped-question";
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
    // It is asked there, too.
    revalidatePath("/today");
    return { kept: true };
  });

const rememberSkip = athleteAction.metadata({ name: "skipWeek" }).action(async ({ ctx }) => {
  const { now, timeZone } = ctx.athlete;
  await skipQuestion(ctx.athlete, "week", weekBefore(localDayAt(now, timeZone)));
  revalidatePath("/today");
});

/** "Not this week": it is not asked on Today again, in this browser. */
export async function skipWeek(): Promise<void> {
  await rememberSkip();
}

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
