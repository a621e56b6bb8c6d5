import "server-only";
import { type NewInsight, replaceInsight } from "@/db/mutations/insights";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import { instantAt, localDayAt } from "@/lib/dates/zoned-time";
import type { Finding } from "@/lib/training/insights/finding";
import { briefingOn } from "./briefing-on";
import { mayAskModel } from "./may-ask-model";
import { type Worded, wordFinding } from "./word-finding";

export type WordsWritten = Pick<Worded, "because" | "retryAfterS"> & { readonly written: boolean };

export const NOTHING: WordsWritten = { written: false, because: null, retryAfterS: null };

/**
 * Has a model put today's answer into words, where it may, and keeps them for as long as the
 * answer is the same. Nobody waits for it: the rules' words are there all the time.
 */
export async function writeBriefing(ctx: AthleteContext, givenDay: string): Promise<WordsWritten> {
  const day = localDate(givenDay);
  if (day !== localDayAt(ctx.now, ctx.timeZone)) return NOTHING;
  const { model } = ASSISTANT_SETTINGS.features.daily;
  const allowed = await mayAskModel(ctx, model);
  if (!allowed.may) return { ...NOTHING, because: allowed.because };
  const finding = await ctx.tx((tx) => briefingOn(tx, day));
  if (finding === null || finding.writtenBy === "model") return NOTHING;
  const worded = await wordFinding(ctx, { feature: "daily", day, finding });
  const validUntil = instantAt(addDays(day, 1), 0, 0, ctx.timeZone);
  const row = wordedRow(ctx, { kind: "briefing", day, finding }, worded);
  if (row) await ctx.tx((tx) => replaceInsight(tx, { ...row, validUntil }, ctx.now));
  const { because, retryAfterS } = worded;
  return { written: row?.writtenBy === "model", because, retryAfterS };
}

/** The words as they are kept; null when there are none but the rules' own. */
export function wordedRow(
  ctx: AthleteContext,
  of: {
    readonly kind: "briefing" | "debrief";
    readonly day: LocalDate;
    readonly finding: Finding;
  },
  { words, model, factsHash }: Worded,
): Omit<NewInsight, "validUntil"> | null {
  if (words === null) return null;
  const { kind, day, finding } = of;
  const { detector, formula, severity, sport, evidence } = finding;
  const { title, text, action, cited } = words;
  const writtenBy = model === null ? "rules" : "model";
  return {
    ...{ kind, fromDay: day, toDay: day, position: 0, writtenBy, model, factsHash },
    ...{ detector, formula, severity, sport, title, text, action },
    ...{ evidence: [...evidence], cited, series: [], createdAt: ctx.now },
  };
}
