import "server-only";
import { changeContextEvent, deleteContextEvent } from "@/db/mutations/change-context-event";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { ChangeContextInput } from "@/lib/schemas/context";
import { answerToday } from "./answer-today";
import { contextReason, debriefsOf } from "./context-reason";
import { evaluateInsights } from "./evaluate-insights";
import { tellDayChanged } from "./tell-day-changed";

type Entry = Awaited<ReturnType<typeof deleteContextEvent>>;

/** Gives an entry other words or days. Insights that rest on it are told anew. Throws "not_found". */
export async function changeContext(ctx: AthleteContext, input: ChangeContextInput): Promise<void> {
  const { id, ...words } = input;
  const days = { fromDay: localDate(input.fromDay), toDay: localDate(input.toDay) };
  const changed = await ctx.tx(async (tx) => {
    await tellDayChanged(tx, ctx);
    return changeContextEvent(tx, id, { ...words, ...days });
  });
  await tellAnew(ctx, changed);
}

/** Takes an entry back. Insights that rest on it are told anew. Throws "not_found". */
export async function removeContext(ctx: AthleteContext, id: string): Promise<void> {
  const deleted = await ctx.tx(async (tx) => {
    await tellDayChanged(tx, ctx);
    return deleteContextEvent(tx, id);
  });
  await tellAnew(ctx, deleted);
}

async function tellAnew(ctx: AthleteContext, entry: Entry): Promise<void> {
  await answerToday(ctx);
  const because = contextReason(entry.kind, entry.toDay >= localDayAt(ctx.now, ctx.timeZone));
  if (because !== null) await evaluateInsights(ctx, because, debriefsOf(entry));
}
