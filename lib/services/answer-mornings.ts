import "server-only";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { type MorningRow, saveMornings } from "@/db/mutations/save-mornings";
import { lastAnsweredDay } from "@/db/queries/last-answered-day";
import { morningHistory } from "@/db/queries/morning-history";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, eachDay, earlierDay, type LocalDate, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { morningAnswer } from "./morning-answer";
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
  let from = earlierDay(fromDay === null ? today : localDate(fromDay), unanswered);
  let answered = 0;
  while (from <= today) {
    const to = earlierDay(addDays(from, PART_DAYS - 1), today);
    const [first, end] = [from, to];
    answered += await timeStage("mornings", () => answerPart(ctx, first, end));
    from = addDays(to, 1);
  }
  return { answered };
}

function answerPart(ctx: AthleteContext, from: LocalDate, to: LocalDate): Promise<number> {
  return ctx.tx(async (tx) => {
    await lockAthlete(tx);
    const history = await morningHistory(tx, from, to);
    const mornings: MorningRow[] = [];
    for (const day of eachDay(from, to)) {
      const answer = morningAnswer(history, day);
      if (answer === null) continue;
      const recommendation = history.answered.get(day) ?? answer.recommendation;
      mornings.push({ ...answer, day, recommendation, computedAt: ctx.now });
    }
    await saveMornings(tx, mornings);
    return mornings.length;
  });
}
