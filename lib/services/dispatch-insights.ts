import "server-only";
import { advanceInsights } from "@/db/mutations/advance-insights";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { dueInsights } from "@/db/queries/due-insights";
import { events } from "@/inngest/events";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { SystemContext } from "@/lib/auth/context";
import { addDays, type LocalDate, startOfIsoWeek } from "@/lib/dates/local-date";
import { instantAt, localDayAt } from "@/lib/dates/zoned-time";

const PAGE = 500;
const WEEK_DAYS = 7;

/**
 * Claims athletes whose Monday, 02:00, has come and sends one event each, page by page. After a
 * downtime only the last week is told. An athlete who is new here is planned, not told.
 */
export async function dispatchInsights(ctx: SystemContext): Promise<{ dispatched: number }> {
  let dispatched = 0;
  for (;;) {
    const [claimed, started] = await ctx.tx(async (tx) => {
      const due = await dueInsights(tx, ctx.now, PAGE);
      const weeks = due.flatMap(({ athleteId, timeZone, nextInsightsAt }) => {
        if (nextInsightsAt === null) return [];
        const week = addDays(latestMonday(ctx.now, timeZone), -WEEK_DAYS);
        const id = `${athleteId}:${week}:insights`;
        return [events.weeklyInsightsDue.create({ athleteId, week }, { id })];
      });
      await enqueueEvent(tx, weeks);
      await advanceInsights(
        tx,
        due.map(({ athleteId, timeZone }) => ({
          athleteId,
          nextInsightsAt: instantOf(addDays(latestMonday(ctx.now, timeZone), WEEK_DAYS), timeZone),
        })),
      );
      return [due.length, weeks.length];
    });
    dispatched += started;
    if (claimed < PAGE) return { dispatched };
  }
}

/** The last Monday whose 02:00 has come, on the athlete's clock. */
function latestMonday(now: Date, timeZone: string): LocalDate {
  const monday = startOfIsoWeek(localDayAt(now, timeZone));
  return instantOf(monday, timeZone) <= now ? monday : addDays(monday, -WEEK_DAYS);
}

function instantOf(day: LocalDate, timeZone: string): Date {
  return instantAt(day, ASSISTANT_SETTINGS.batch.localHour, 0, timeZone);
}
