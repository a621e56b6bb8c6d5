import "server-only";
import { recombineWellnessDays } from "@/db/mutations/merge-wellness-days";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, localDate } from "@/lib/dates/local-date";

/** Makes last night, and the day before it, what all their sources say of them by now. */
export async function combineNights(
  ctx: AthleteContext,
  day: string,
): Promise<{ changed: number }> {
  const last = localDate(day);
  const changed = await ctx.tx((tx) => recombineWellnessDays(tx, [addDays(last, -1), last]));
  return { changed: changed.length };
}
