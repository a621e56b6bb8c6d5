import "server-only";
import { type NewInsight, saveInsights } from "@/db/mutations/insights";
import { activitiesOfKindsOnly } from "@/db/queries/activities-for-facts";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import { chooseInsights } from "@/lib/training/insights/choose-insights";
import type { DetectorInput } from "@/lib/training/insights/detector-input";
import type { Finding } from "@/lib/training/insights/finding";
import { fencedKinds } from "@/lib/training/source/terms";
import { detectorInput } from "./detector-input";
import { markFenced, originsOf } from "./origins-of";

const VALID_MS = ASSISTANT_SETTINGS.validDays * 86_400_000;
const LAST_OF_WEEK = 6;

/** A finding in somebody's words. */
export type WrittenInsight = {
  readonly finding: Finding;
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly writtenBy: "rules" | "model";
  readonly model: string | null;
  readonly factsHash: string | null;
};

/** Puts findings into words, each once and in their order. */
export type InsightWriter = (
  findings: readonly Finding[],
  input: DetectorInput,
) => Promise<readonly WrittenInsight[]>;

/** The detectors' own words. */
export const writeByRules: InsightWriter = async (findings) =>
  findings.map((finding) => ({
    finding,
    title: finding.title,
    text: finding.text,
    action: finding.action,
    writtenBy: "rules",
    model: null,
    factsHash: null,
  }));

/**
 * Tells an athlete of the week that began on the Monday `week`: three to five insights, valid for
 * seven days. A week that has been told already stays as it is.
 */
export async function writeWeeklyInsights(
  ctx: AthleteContext,
  week: LocalDate,
  writer: InsightWriter = writeByRules,
): Promise<{ written: number }> {
  const toDay = addDays(week, LAST_OF_WEEK);
  const { findings, input } = await lookFor(ctx, toDay, true);
  const told = await writer(findings, input);
  const rows = insightRows(told, { kind: "weekly", fromDay: week, toDay }, ctx.now);
  return { written: await ctx.tx((tx) => saveInsights(tx, rows)) };
}

/** What is to be told of the days up to `toDay`, and what it was found in. */
export async function lookFor(
  ctx: AthleteContext,
  toDay: LocalDate,
  isOver: boolean,
): Promise<{ readonly findings: readonly Finding[]; readonly input: DetectorInput }> {
  return ctx.tx(async (tx) => {
    const input = await detectorInput(tx, toDay, isOver);
    const from = originsOf(await activitiesOfKindsOnly(tx, fencedKinds()));
    return { findings: chooseInsights(input).map((one) => markFenced(one, from)), input };
  });
}

/** As they are stored; the days are those told of. */
export function insightRows(
  told: readonly WrittenInsight[],
  days: Pick<NewInsight, "kind" | "fromDay" | "toDay">,
  now: Date,
): NewInsight[] {
  const validUntil = new Date(now.getTime() + VALID_MS);
  return told.map(({ finding, ...words }, position) => {
    const { detector, formula, severity, sport, evidence, series } = finding;
    const found = { detector, formula, severity, sport };
    const shown = { evidence: [...evidence], series: [...series] };
    return { ...words, ...days, ...found, ...shown, position, createdAt: now, validUntil };
  });
}
