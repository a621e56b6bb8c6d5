"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { localDayAt } from "@/lib/dates/zoned-time";
import { env } from "@/lib/env";
import {
  CHECK_IN_SKIPPED_COOKIE,
  checkInFromForm,
  checkInInput,
  checkInSkippedValue,
} from "@/lib/schemas/check-in";
import type { FormState } from "@/lib/schemas/form-state";
import { answerToday } from "@/lib/services/answer-today";
import { recordCheckIn } from "@/lib/services/record-check-in";
import { runFormAction } from "./run-form-action";

const ONE_DAY_S = 86_400;

export async function submitCheckIn(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(async (ctx) => {
    const input = checkInInput.safeParse(checkInFromForm(form));
    if (!input.success) return { message: input.error.issues[0]?.message ?? "Please check." };
    await recordCheckIn(ctx, input.data);
    revalidatePath("/today");
    return undefined;
  });
}

/** "Not today": the score is shown without a check-in, for this day, in this browser. */
export async function skipCheckIn(): Promise<void> {
  await runFormAction(async (ctx) => {
    const day = localDayAt(ctx.now, ctx.timeZone);
    (await cookies()).set(CHECK_IN_SKIPPED_COOKIE, checkInSkippedValue(ctx.athleteId, day), {
      httpOnly: true,
      sameSite: "lax",
      secure: env().isHttps,
      path: "/today",
      maxAge: ONE_DAY_S,
    });
    revalidatePath("/today");
    return undefined;
  });
}

/** Works the day out now, when its morning has not come or found nothing to say. */
export async function workOutToday(_state: FormState): Promise<FormState> {
  return runFormAction(async (ctx) => {
    await answerToday(ctx);
    revalidatePath("/today");
    return undefined;
  });
}
