import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { saveCheckIn } from "@/db/mutations/save-check-in";
import { checkInsBetween } from "@/db/queries/morning-history";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { invalidInput } from "@/lib/errors";
import type { CheckInInput } from "@/lib/schemas/check-in";
import { answerToday } from "./answer-today";
import { evaluateInsights } from "./evaluate-insights";

const DAY_MS = 86_400_000;
/** Without a network for longer, nobody looks at that morning any more. */
const LATEST_MS = 7 * DAY_MS;

/**
 * Keeps the check-in of the day on which it was given and makes that day's answer anew with it.
 * The event goes out with the answers, so the day is worked out by the job even when this process
 * ends here. One that arrives late leaves a later one of the same day alone. Throws
 * "invalid_input" for one that is older than a week.
 */
export async function recordCheckIn(
  ctx: AthleteContext,
  input: CheckInInput,
  givenAt: Date = ctx.now,
): Promise<{ readonly day: LocalDate }> {
  // The clock of a phone may be ahead.
  const at = new Date(Math.min(givenAt.getTime(), ctx.now.getTime()));
  if (ctx.now.getTime() - at.getTime() > LATEST_MS) {
    throw invalidInput("This check-in is more than a week old. It was not taken.");
  }
  const day = localDayAt(at, ctx.timeZone);
  const isHealthOther = await ctx.tx(async (tx) => {
    const hadSymptoms = await hasSymptoms(tx, day);
    await saveCheckIn(tx, { ...input, day }, at);
    await enqueueEvent(tx, events.daysChanged.create({ athleteId: ctx.athleteId, fromDay: day }));
    return hadSymptoms !== (await hasSymptoms(tx, day));
  });
  // A day that is over is nobody's to wait for.
  if (day === localDayAt(ctx.now, ctx.timeZone)) await answerToday(ctx);
  // Symptoms are an illness: what was told before them is old, also when they are taken back.
  if (isHealthOther) await evaluateInsights(ctx, "illness", { fromDay: day, toDay: day });
  return { day };
}

async function hasSymptoms(tx: AthleteTx, day: LocalDate): Promise<boolean> {
  const [checkIn] = await checkInsBetween(tx, day, day);
  return checkIn?.hasSymptoms ?? false;
}
