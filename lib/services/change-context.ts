import "server-only";
import { changeContextEvent, deleteContextEvent } from "@/db/mutations/change-context-event";
import type { AthleteContext } from "@/lib/auth/context";
import { localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { ChangeContextInput } from "@/lib/schemas/context";
import { contextReason } from "./context-reason";
import { evaluateInsights } from "./evaluate-insights";

type Entry = Awaited<ReturnType<typeof deleteContextEvent>>;

/** Gives an entry other words or days. Insights that rest on it are told anew. Throws "not_found". */
export async function changeContext(ctx: AthleteContext, input: ChangeContextInput): Promise<void> {
  const { id, title } = input;
  const days = { fromDay: localDate(input.fromDay), toDay: localDate(input.toDay) };
  await tellAnew(ctx, await ctx.tx((tx) => changeContextEvent(tx, id, { title, ...days })));
}

/** Takes an entry back. Insights that rest on it are told anew. Throws "not_found". */
export async function removeContext(ctx: AthleteContext, id: string): Promise<void> {
  await tellAnew(ctx, await ctx.tx((tx) => deleteContextEvent(tx, id)));
}

async function tellAnew(ctx: AthleteContext, { kind, toDay }: Entry): Promise<void> {
  const because = contextReason(kind, toDay >= localDayAt(ctx.now, ctx.timeZone));
  if (because !== null) await evaluateInsights(ctx, because);
}
