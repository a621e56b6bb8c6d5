import "server-only";
import { moveCursor } from "@/db/mutations/connection-cursors";
import { replaceBusyTimes } from "@/db/mutations/replace-busy-times";
import { countFetched } from "@/db/mutations/sync-runs";
import { connectionCursor } from "@/db/queries/connection-cursor";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { instantAt, localDayAt } from "@/lib/dates/zoned-time";
import { askSource } from "./ask-source";

const KIND = "calendar";
const DAYS_BACK = 7;
const DAYS_AHEAD = 60;

/**
 * Reads when the athlete is busy, from a week ago to sixty days ahead, and puts it in the place
 * of what the calendar said before. A feed that has not changed since it was read today is not
 * read again; what it refuses leaves everything as it was. Returns how many times came or went.
 */
export async function syncCalendar(
  ctx: AthleteContext,
  connectionId: string,
): Promise<{ readonly changed: number }> {
  const { now, timeZone } = ctx;
  const today = localDayAt(now, timeZone);
  const from = instantAt(addDays(today, -DAYS_BACK), 0, 0, timeZone);
  const to = instantAt(addDays(today, DAYS_AHEAD + 1), 0, 0, timeZone);
  const last = await ctx.tx((tx) => connectionCursor(tx, connectionId, KIND));
  // Another day, or another zone, gives other times although the feed is the same.
  const isSameWindow = last?.day === today && last.timeZone === timeZone;
  const version = isSameWindow && typeof last.version === "string" ? last.version : null;
  return askSource(ctx, connectionId, async ({ session }) => {
    const reading = (await session.readCalendar?.({ from, to, timeZone, version })) ?? null;
    return ctx.tx(async (tx) => {
      const position = { day: today, timeZone, version: reading?.version ?? version };
      await moveCursor(tx, { connectionId, kind: KIND }, position, now);
      if (reading === null) return { changed: 0 };
      const changed = (await replaceBusyTimes(tx, connectionId, reading.busyTimes)) ?? 0;
      await countFetched(tx, connectionId, { busyTimes: changed });
      return { changed };
    });
  });
}
