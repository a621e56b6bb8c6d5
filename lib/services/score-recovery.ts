import "server-only";
import { saveMorningDraft } from "@/db/mutations/save-morning-draft";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { findProfile } from "@/db/queries/find-profile";
import { lastAnsweredDay } from "@/db/queries/last-answered-day";
import { morningNights } from "@/db/queries/wellness-window";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, daysBetween, localDate } from "@/lib/dates/local-date";
import { awaitedSignals } from "@/lib/training/recovery/awaited-signals";
import { isDayKnown, recoveryOn } from "./morning-answer";
import { SIGN_LOADS, SIGN_NIGHTS } from "./week-signs";

const COMBINED = "all";

/**
 * The recovery step of a morning: scores the night and keeps the score for the steps after it.
 * `missed` is how many mornings before this one have no answer (the server was off).
 */
export async function scoreRecovery(
  ctx: AthleteContext,
  givenDay: string,
): Promise<{ signals: number; awaited: number; missed: number }> {
  const day = localDate(givenDay);
  return ctx.tx(async (tx) => {
    const [wellness, loads, profile, last] = await Promise.all([
      morningNights(tx, addDays(day, -SIGN_NIGHTS), day),
      dailyLoadsBetween(tx, addDays(day, -SIGN_LOADS), day, COMBINED),
      findProfile(tx),
      lastAnsweredDay(tx),
    ]);
    const history = { wellness, loads, profile };
    const recovered = recoveryOn(history, day);
    const awaited = awaitedSignals(wellness, day);
    const isKnown = isDayKnown(history, day);
    const at = ctx.now.toISOString();
    tx.withCommit(saveMorningDraft(tx, { day, at, isKnown, awaited, recovered, decided: null }));
    const signals = recovered.recovery.contributions.filter((one) => one.score !== null).length;
    const missed = last === null ? 0 : Math.max(0, daysBetween(last, day) - 1);
    return { signals, awaited: awaited.length, missed };
  });
}
