import "server-only";
import { recombineWellnessDays } from "@/db/mutations/merge-wellness-days";
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
  return ctx.tx(async (tx) => {
    const [changed, old] = await Promise.all([
      recombineWellnessDays(tx, [addDays(last, -1), last]),
      changedFrom(tx),
    ]);
    const from = [changed.oldFrom, old?.fromDay ?? null].filter((one) => one !== null);
    const fromDay = from.reduce(earlierDay, last);
    return { changed: changed.days.length, fromDay, asOf: old?.asOf ?? 0 };
  });
}
