import "server-only";
import { areCombined, recombineWellnessDays } from "@/db/mutations/merge-wellness-days";
import { changedFrom } from "@/db/queries/connection-cursor";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, earlierDay, type LocalDate, localDate } from "@/lib/dates/local-date";

/**
 * The wellness step of a morning: makes last night, and the day before it, what all their
 * sources say of them by now. `fromDay` is the first day whose numbers are old by what came,
 * at the latest the morning's own; `asOf` until when that is known.
 */
export async function combineNights(
  ctx: AthleteContext,
  day: string,
): Promise<{ changed: number; fromDay: LocalDate; asOf: number }> {
  const last = localDate(day);
  const nights = [addDays(last, -1), last];
  const [isCombined, old] = await ctx.tx(
    (tx) => Promise.all([areCombined(tx, nights), changedFrom(tx)]),
    { isOneTurn: true },
  );
  // The sync has combined them; two sources at the same moment may have left something.
  const changed = isCombined
    ? { days: [], oldFrom: null }
    : await ctx.tx((tx) => recombineWellnessDays(tx, nights));
  const from = [changed.oldFrom, old?.fromDay ?? null].filter((one) => one !== null);
  const fromDay = from.reduce(earlierDay, last);
  return { changed: changed.days.length, fromDay, asOf: old?.asOf ?? 0 };
}
