import "server-only";
import { advanceMornings, type StartedMorning } from "@/db/mutations/advance-mornings";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { type DueMorning, dueMornings } from "@/db/queries/due-mornings";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { latestMorning, nextMorning } from "@/lib/dates/next-morning";

const PAGE = 500;

/**
 * Claims athletes whose local morning has come, sends one event each and sets the next
 * morning, page by page, each page in one transaction. After a downtime each athlete gets the
 * last morning that has come, once; the job answers the days before it along with it. No local
 * day gets a second one, wherever the athlete has travelled since.
 */
export async function dispatchMornings(ctx: SystemContext): Promise<{ dispatched: number }> {
  let dispatched = 0;
  for (;;) {
    const [claimed, started] = await ctx.tx(async (tx) => {
      const due = await dueMornings(tx, ctx.now, PAGE);
      const days = due.map((athlete) => dueDay(athlete, ctx.now));
      const mornings = due.flatMap(({ athleteId }, i) => {
        const day = days[i] ?? null;
        const id = `${athleteId}:${day}:morning`;
        return day === null ? [] : [events.morningDue.create({ athleteId, day }, { id })];
      });
      await enqueueEvent(tx, mornings);
      await advanceMornings(
        tx,
        due.map((athlete, i) => advanced(athlete, days[i] ?? null, ctx.now)),
      );
      return [due.length, mornings.length];
    });
    dispatched += started;
    if (claimed < PAGE) return { dispatched };
  }
}

/** Null when the day that has come had its morning already, in another time zone. */
function dueDay({ timeZone, morningMinute, lastMorningDay }: DueMorning, now: Date) {
  const day = latestMorning(now, timeZone, morningMinute);
  return lastMorningDay === null || day > lastMorningDay ? day : null;
}

function advanced(athlete: DueMorning, started: LocalDate | null, now: Date): StartedMorning {
  const { athleteId, timeZone, morningMinute } = athlete;
  const lastMorningDay =
    started ?? athlete.lastMorningDay ?? latestMorning(now, timeZone, morningMinute);
  return {
    athleteId,
    lastMorningDay,
    nextMorningAt: nextMorning(now, timeZone, morningMinute, lastMorningDay),
  };
}
