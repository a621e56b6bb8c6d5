import "server-only";
import { advanceMornings } from "@/db/mutations/advance-mornings";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { dueMornings } from "@/db/queries/due-mornings";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";
import { nextMorning } from "@/lib/dates/next-morning";
import { localDayAt } from "@/lib/dates/zoned-time";

const PAGE = 500;

/**
 * Claims athletes whose local morning has come, sends one event each and sets the next
 * morning, page by page, each page in one transaction. After a downtime each athlete gets
 * today's morning once; the ones that were missed stay missed.
 */
export async function dispatchMornings(ctx: SystemContext): Promise<{ dispatched: number }> {
  let dispatched = 0;
  for (;;) {
    const count = await ctx.tx(async (tx) => {
      const due = await dueMornings(tx, ctx.now, PAGE);
      await enqueueEvent(
        tx,
        due.map(({ athleteId, timeZone }) => {
          const day = localDayAt(ctx.now, timeZone);
          return events.morningDue.create(
            { athleteId, day },
            { id: `${athleteId}:${day}:morning` },
          );
        }),
      );
      await advanceMornings(
        tx,
        due.map(({ athleteId, timeZone, morningMinute }) => ({
          athleteId,
          nextMorningAt: nextMorning(ctx.now, timeZone, morningMinute),
        })),
      );
      return due.length;
    });
    dispatched += count;
    if (count < PAGE) return { dispatched };
  }
}
