import "server-only";
import { addContextEvent } from "@/db/mutations/add-context-event";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { ContextInput } from "@/lib/schemas/insights";
import { answerToday } from "./answer-today";
import { contextReason, debriefsOf } from "./context-reason";
import { evaluateInsights } from "./evaluate-insights";
import { tellDayChanged } from "./tell-day-changed";

/**
 * Notes something that explains days: an illness, a journey, a race. What makes old insights wrong
 * (an injury, an illness, a race to come) has them told anew, and today's answer is made anew.
 */
export async function addContext(
  ctx: AthleteContext,
  input: ContextInput,
): Promise<{ id: string; insightsEnded: number }> {
  const event = { ...input, fromDay: localDate(input.fromDay), toDay: localDate(input.toDay) };
  const id = await ctx.tx(async (tx) => {
    await tellDayChanged(tx, ctx);
    return addContextEvent(tx, event);
  });
  await answerToday(ctx);
  const because = contextReason(event.kind, event.toDay >= localDayAt(ctx.now, ctx.timeZone));
  if (because === null) return { id, insightsEnded: 0 };
  const { ended } = await evaluateInsights(ctx, because, debriefsOf(event));
  return { id, insightsEnded: ended };
}
