"use server";

import { revalidatePath } from "next/cache";
import { localDayAt } from "@/lib/dates/zoned-time";
import { skipQuestion } from "@/lib/http/skipped-question";
import { checkInForm } from "@/lib/schemas/check-in";
import { answerToday } from "@/lib/services/answer-today";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { athleteAction } from "./action-client";

export const submitCheckIn = athleteAction
  .metadata({ name: "submitCheckIn" })
  .inputSchema(checkInForm)
  .stateAction(async ({ parsedInput, ctx }) => {
    await recordCheckIn(ctx.athlete, parsedInput);
    revalidatePath("/today");
  });

const rememberSkip = athleteAction.metadata({ name: "skipCheckIn" }).action(async ({ ctx }) => {
  const { now, timeZone } = ctx.athlete;
  await skipQuestion(ctx.athlete, "check-in", localDayAt(now, timeZone));
  for (const path of ["/today", "/today/receipt", "/recovery"]) revalidatePath(path);
});

/** "Not today": the score is shown without a check-in, for this day, in this browser. */
export async function skipCheckIn(): Promise<void> {
  await rememberSkip();
}

/** Works the day out now, when its morning has not come or found nothing to say. */
export const workOutToday = athleteAction
  .metadata({ name: "workOutToday" })
  .stateAction(async ({ ctx }) => {
    await answerToday(ctx.athlete);
    revalidatePath("/today");
  });
