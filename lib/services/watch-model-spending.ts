import "server-only";
import { instanceCostByDay } from "@/db/queries/model-calls";
import { unusualSpending } from "@/lib/assistant/budget";
import type { SystemContext } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";

/** How many times the mean of the week before today has cost, where that is a lot; else null. */
export async function watchModelSpending(
  ctx: SystemContext,
): Promise<{ readonly times: number | null }> {
  const today = localDayAt(ctx.now, "UTC");
  const since = new Date(`${addDays(today, -7)}T00:00:00Z`);
  const days = await ctx.tx((tx) => instanceCostByDay(tx, since));
  const sum = (of: typeof days) => of.reduce((usd, day) => usd + day.usd, 0);
  const todayUsd = sum(days.filter(({ day }) => day === today));
  const times = unusualSpending(todayUsd, sum(days.filter(({ day }) => day !== today)));
  if (times !== null) {
    ctx.log.warn({ todayUsd, times }, "the language model costs far more than usual today");
  }
  return { times };
}
