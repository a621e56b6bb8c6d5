import "server-only";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { type MorningRow, saveMornings } from "@/db/mutations/save-mornings";
import { lastAnsweredDay } from "@/db/queries/last-answered-day";
import { morningHistory } from "@/db/queries/morning-history";
import { morningOn } from "@/db/queries/morning-on";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, eachDay, earlierDay, type LocalDate, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { awaitedSignals } from "@/lib/training/recovery/awaited-signals";
import { askForBriefing } from "./ask-by-itself";
import { morningAnswer } from "./morning-answer";
import { revisedMorning } from "./revised-morning";
import { timeStage } from "./stage-clock";

/** Mornings per transaction: bounds what is in memory for a history of ten years. */
const PART_DAYS = 60;

/**
 * Answers every morning from `fromDay` to today: score, decision, workout, with the exact
 * inputs; null: only today. Days that the server slept through are answered as well. A workout to which the
 * athlete has given an answer stays as it was answered.
 */
export async function answerMornings(
  ctx: AthleteContext,
  fromDay: string | null,
): Promise<{ answered: number }> {
  const today = localDayAt(ctx.now, ctx.timeZone);
  const last = await ctx.tx((tx) => lastAnsweredDay(tx));
  const unanswered = last === null ? today : addDays(last, 1);
  const from = earlierDay(fromDay === null ? today : localDate(fromDay), unanswered);
  return { answered: await answerDays(ctx, from, today) };
}

/**
 * Answers the mornings before `day`: those from `fromDay` on anew, and those that have no
 * answer yet because the server slept through them.
 */
export async function answerEarlierMornings(
  ctx: AthleteContext,
  fromDay: string,
  day: string,
): Promise<{ answered: number }> {
  const last = await ctx.tx((tx) => lastAnsweredDay(tx));
  const changed = localDate(fromDay);
  const from = last === null ? changed : earlierDay(changed, addDays(last, 1));
  return { answered: await answerDays(ctx, from, addDays(localDate(day), -1)) };
}

async function answerDays(ctx: AthleteContext, first: LocalDate, last: LocalDate): Promise<number> {
  let answered = 0;
  for (let from = first; from <= last; from = addDays(from, PART_DAYS)) {
    const [begin, end] = [from, earlierDay(addDays(from, PART_DAYS - 1), last)];
    answered += await timeStage("mornings", () => answerPart(ctx, begin, end));
  }
  return answered;
}

function answerPart(ctx: AthleteContext, from: LocalDate, to: LocalDate): Promise<number> {
  const today = localDayAt(ctx.now, ctx.timeZone);
  return ctx.tx(async (tx) => {
    await lockAthlete(tx);
    const history = await morningHistory(tx, from, to);
    const mornings: MorningRow[] = [];
    for (const day of eachDay(from, to)) {
      const answer = morningAnswer(history, day);
      if (answer === null) continue;
      const recommendation = history.answered.get(day) ?? answer.recommendation;
      const row = { ...answer, day, recommendation, computedAt: ctx.now };
      if (day < today) mornings.push({ ...row, progress: null });
      else {
        const before = await morningOn(tx, day);
        const awaited = awaitedSignals(history.wellness, day);
        mornings.push(revisedMorning(row, { before, awaited, tries: null }));
        await askForBriefing(tx, ctx, day);
      }
    }
    await saveMornings(tx, mornings);
    return mornings.length;
  });
}
