import "server-only";
import type { AthleteContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import { answerMornings } from "./answer-mornings";
import { recomputeDays } from "./recompute-days";

/** Works today out now, for an athlete who is looking at the screen. The same two verbs as the morning job. */
export async function answerToday(ctx: AthleteContext): Promise<void> {
  const day = localDayAt(ctx.now, ctx.timeZone);
  await recomputeDays(ctx, day);
  await answerMornings(ctx, day);
}
