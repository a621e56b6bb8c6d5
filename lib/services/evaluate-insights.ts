import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import {
  type InsightDays,
  type InvalidationReason,
  invalidateInsights,
  saveInsights,
} from "@/db/mutations/insights";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { askForBriefing } from "./ask-by-itself";
import { insightRows, lookFor, writeByRules } from "./write-insights";

const WEEK_DAYS = 7;

/**
 * Looks anew: ends what was told, for the reason given, and tells what stands out this morning.
 * Debriefs of `debriefsOf` end as well: they were written before it was known.
 * Returns how many ended and how many are new.
 */
export async function evaluateInsights(
  ctx: AthleteContext,
  because: InvalidationReason,
  debriefsOf: InsightDays | null = null,
): Promise<{ ended: number; written: number }> {
  const toDay = localDayAt(ctx.now, ctx.timeZone);
  const { findings, input } = await lookFor(ctx, toDay, false);
  const told = await writeByRules(findings, input);
  const fromDay = addDays(toDay, 1 - WEEK_DAYS);
  return ctx.tx(async (tx) => {
    await lockAthlete(tx);
    const ended = await invalidateInsights(tx, because, ctx.now, debriefsOf);
    const rows = insightRows(told, { kind: "daily", fromDay, toDay }, ctx.now);
    const written = await saveInsights(tx, rows);
    // Rules have the first word; where a model may be asked, it finds better ones meanwhile.
    if (written > 0 && ctx.ports.languageModel !== null) {
      await enqueueEvent(tx, events.rewordingDue.create({ athleteId: ctx.athleteId }));
    }
    // Its words are among those that ended.
    await askForBriefing(tx, ctx, toDay);
    return { ended, written };
  });
}
