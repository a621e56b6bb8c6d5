import "server-only";
import { saveWeeklyReadiness } from "@/db/mutations/save-weekly-readiness";
import type { AthleteContext } from "@/lib/auth/context";
import { weekBefore } from "@/lib/dates/week-before";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { WeekAnswerInput } from "@/lib/schemas/track-record";

/** Keeps how ready last week felt, Monday to Sunday in the athlete's zone. */
export async function answerWeek(ctx: AthleteContext, input: WeekAnswerInput): Promise<void> {
  const week = weekBefore(localDayAt(ctx.now, ctx.timeZone));
  await ctx.tx((tx) => saveWeeklyReadiness(tx, week, input.readiness));
}
