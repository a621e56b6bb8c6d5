import "server-only";
import { saveMorningDraft } from "@/db/mutations/save-morning-draft";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { morningDraft } from "@/db/queries/morning-draft";
import { checkInsBetween, LOOKAHEAD_DAYS } from "@/db/queries/morning-history";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, localDate } from "@/lib/dates/local-date";
import { decisionOn } from "./morning-answer";
import { SIGN_ANSWERS } from "./week-signs";

/**
 * The decision step of a morning: go, ease or rest by the score that the step before it has
 * kept, the check-in and the races ahead. Decides nothing where nothing is known.
 */
export async function decideReadiness(
  ctx: AthleteContext,
  givenDay: string,
): Promise<{ decided: number }> {
  const day = localDate(givenDay);
  return ctx.tx(async (tx) => {
    const [draft, checkIns, events] = await Promise.all([
      morningDraft(tx, day),
      checkInsBetween(tx, addDays(day, -SIGN_ANSWERS), day),
      contextEventsBetween(tx, day, addDays(day, LOOKAHEAD_DAYS)),
    ]);
    // Published already: this step is repeated.
    if (draft === null) return { decided: 0 };
    const hasCheckIn = checkIns.some((row) => row.day === day);
    if (!draft.isKnown && !hasCheckIn) return { decided: 0 };
    const decided = decisionOn({ checkIns, events }, day, draft.recovered);
    tx.withCommit(saveMorningDraft(tx, { ...draft, decided }));
    return { decided: 1 };
  });
}
