import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { makeInsightBatch } from "@/db/mutations/insight-batches";
import { consentingTimeZones, dueForWeekly } from "@/db/queries/insight-batches";
import { events } from "@/inngest/events";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { SystemContext } from "@/lib/auth/context";
import { type LocalDate, startOfIsoWeek } from "@/lib/dates/local-date";
import { instantAt, localDayAt } from "@/lib/dates/zoned-time";

const HOUR_MS = 3_600_000;

/**
 * Puts athletes for whom it is Monday, two o'clock, together in batches. A Monday that was
 * missed is caught up for two days; each athlete has one question a week, however often this runs.
 */
export async function dispatchWeeklyBatches(ctx: SystemContext): Promise<{ batches: number }> {
  if (ctx.ports.languageModel === null) return { batches: 0 };
  const { chunk } = ASSISTANT_SETTINGS.batch;
  const { model } = ASSISTANT_SETTINGS.features.weekly;
  let batches = 0;
  for (const [week, timeZones] of await dueWeeks(ctx)) {
    for (let found: number = chunk; found === chunk; ) {
      found = await ctx.tx(async (tx) => {
        const athleteIds = await dueForWeekly(tx, { week, timeZones, limit: chunk });
        const batchId = await makeInsightBatch(tx, { week, attempt: 1, model, athleteIds });
        if (batchId === null) return 0;
        await enqueueEvent(tx, events.insightBatchDue.create({ batchId }, { id: batchId }));
        batches += 1;
        return athleteIds.length;
      });
    }
  }
  return { batches };
}

/** Mondays that have begun somewhere, and the time zones in which they have. */
async function dueWeeks(ctx: SystemContext): Promise<Map<LocalDate, string[]>> {
  const { localHour, lateHours } = ASSISTANT_SETTINGS.batch;
  const weeks = new Map<LocalDate, string[]>();
  for (const timeZone of await ctx.tx(consentingTimeZones)) {
    const monday = startOfIsoWeek(localDayAt(ctx.now, timeZone));
    const lateMs = ctx.now.getTime() - instantAt(monday, localHour, 0, timeZone).getTime();
    if (lateMs < 0 || lateMs > lateHours * HOUR_MS) continue;
    weeks.set(monday, [...(weeks.get(monday) ?? []), timeZone]);
  }
  return weeks;
}
