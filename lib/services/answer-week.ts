import "server-only";
import { saveWeeklyReadiness } from "@/db/mutations/save-weekly-readiness";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, startOfIsoWeek } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { WeekAnswerInput } from "@/lib/schemas/track-record";

/** Keeps how ready last week felt, Monday to Sunday in the athlete's zone. */
export async function answerWeek(ctx: AthleteContext, input: WeekAnswerInput): Promise<void> {
  const thisWeek = startOfIsoWeek(localDayAt(ctx.now, ctx.timeZone));
  await ctx.tx((tx) => saveWeeklyReadiness(tx, addDays(thisWeek, -7), input.readiness));
}
