import "server-only";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { NO_RESPONSE, recordResponse } from "@/db/mutations/record-response";
import { type MorningRow, saveMornings } from "@/db/mutations/save-mornings";
import { lastAnsweredDay } from "@/db/queries/last-answered-day";
import { type MorningHistory, morningHistory } from "@/db/queries/morning-history";
import { morningOn } from "@/db/queries/morning-on";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, eachDay, earlierDay, type LocalDate, localDate } from "@/lib/dates/local-date";
import { localDayAt } from "@/lib/dates/zoned-time";
import { awaitedSignals } from "@/lib/training/recovery/awaited-signals";
import { askForBriefing } from "./ask-by-itself";
import { askedAgain } from "./asked-again";
import { type MorningAnswer, morningAnswer } from "./morning-answer";
import { revisedMorning } from "./revised-morning";
import { timeStage } from "./stage-clock";

/** Mornings per transaction: bounds what is in memory for a history of ten years. */
const PART_DAYS = 60;

/**
 * Answers every morning from `fromDay` to today: score, decision, workout, with the exact
 * inputs; null: only today. Days that the server slept through are answered as well. A workout to which the
 * athlete has given an answer stays as it was answered, unless an illness or an injury was told since.
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
      mornings.push(
        day < today
          ? { ...row, progress: null }
          : await todaysRow(tx, ctx, { row, answer, history }),
      );
    }
    await saveMornings(tx, mornings);
    return mornings.length;
  });
}

/** What still counts as the day goes on: what is waited for, and whether the response holds. */
async function todaysRow(
  tx: AthleteTx,
  ctx: AthleteContext,
  given: {
    readonly row: Omit<MorningRow, "progress">;
    readonly answer: MorningAnswer;
    readonly history: MorningHistory;
  },
): Promise<MorningRow> {
  const { row, answer, history } = given;
  const before = await morningOn(tx, row.day);
  const again = askedAgain(before, answer);
  if (again !== null) await recordResponse(tx, row.day, NO_RESPONSE);
  await askForBriefing(tx, ctx, row.day);
  const { recommendation } = again === null ? row : answer;
  const awaited = awaitedSignals(history.wellness, row.day);
  return revisedMorning({ ...row, recommendation }, { before, again, awaited, tries: null });
}
