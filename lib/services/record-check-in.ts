import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { saveCheckIn } from "@/db/mutations/save-check-in";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { localDayAt } from "@/lib/dates/zoned-time";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { answerToday } from "./answer-today";

/**
 * Keeps today's check-in and makes today's answer anew with it. The event goes out with
 * the answers, so the day is worked out by the job even when this process ends here.
 */
export async function recordCheckIn(ctx: AthleteContext, input: CheckInInput): Promise<void> {
  const day = localDayAt(ctx.now, ctx.timeZone);
  await ctx.tx(async (tx) => {
    await saveCheckIn(tx, { ...input, day });
    await enqueueEvent(tx, events.daysChanged.create({ athleteId: ctx.athleteId, fromDay: day }));
  });
  await answerToday(ctx);
}
