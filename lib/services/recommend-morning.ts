import "server-only";
import { clearChanged } from "@/db/mutations/connection-cursors";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { NO_RESPONSE, recordResponse } from "@/db/mutations/record-response";
import { saveMorningDraft } from "@/db/mutations/save-morning-draft";
import { saveMornings } from "@/db/mutations/save-mornings";
import { contextEventsBetween } from "@/db/queries/context-events-between";
import { dailyLoadsBetween } from "@/db/queries/daily-loads-between";
import { findProfile } from "@/db/queries/find-profile";
import { listThresholds } from "@/db/queries/list-thresholds";
import { morningDraft } from "@/db/queries/morning-draft";
import { activitiesBetween, busyTimesOn, LOOKAHEAD_DAYS } from "@/db/queries/morning-history";
import { type Morning, morningOn } from "@/db/queries/morning-on";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import { instantAt } from "@/lib/dates/zoned-time";
import type { Decided, MorningDraft, MorningProgress } from "@/lib/training/recovery/morning-types";
import { askedAgain } from "./asked-again";
import { EVENT_DAYS, KNOWN_LOAD_DAYS, WORKOUT_DAYS } from "./look-back";
import { recommendationOn } from "./morning-answer";
import { revisedMorning } from "./revised-morning";
import type { MorningSync } from "./sync-for-morning";
import type { WorkoutHistory } from "./workout-input";

const TRY_EVERY_MS = 30 * 60_000;
/** Later than this the night is over for good; what still comes counts when it comes. */
const LAST_TRY_HOUR = 12;

export type Recommended = {
  readonly answered: number;
  /** When to look again for what is not in yet; null when nothing is to be looked for. */
  readonly nextTryAt: string | null;
};

/**
 * The last step of a morning: the workout, and with it the whole answer becomes what Today
 * shows. In the same transaction goes out, once for each athlete and day, the event that the
 * answer stands. An answer that was made meanwhile (by a check-in) is the newer one and stays.
 */
export async function recommendMorning(
  ctx: AthleteContext,
  givenDay: string,
  sync: MorningSync & { readonly asOf: number },
): Promise<Recommended> {
  const day = localDate(givenDay);
  const publish = async (tx: AthleteTx): Promise<Recommended> => {
    const [draft, before, history] = await Promise.all([
      morningDraft(tx, day),
      morningOn(tx, day),
      workoutHistory(tx, day, ctx),
    ]);
    // Published already: this step is repeated.
    if (!draft) {
      const nextTryAt = before?.progress?.nextTryAt ?? null;
      return { answered: before === null ? 0 : 1, nextTryAt };
    }
    const tries = { nextTryAt: nextTryAt(ctx, day, draft, sync), unreached: sync.unreached };
    // Nothing is known of the day yet: no answer, but a source may still have the night.
    if (!draft.decided) return { answered: 0, nextTryAt: tries.nextTryAt };
    const { athleteId } = ctx;
    const id = `${athleteId}:${day}:answered`;
    const known = { ...draft, decided: draft.decided };
    const { row, again } = rowOf(ctx, known, history, before, tries);
    if (again !== null) await recordResponse(tx, day, NO_RESPONSE);
    tx.withCommit(saveMornings(tx, [row]));
    tx.withCommit(saveMorningDraft(tx, null));
    tx.withCommit(clearChanged(tx, sync.asOf));
    tx.withCommit(enqueueEvent(tx, events.morningAnswered.create({ athleteId, day }, { id })));
    return { answered: 1, nextTryAt: tries.nextTryAt };
  };
  return ctx.tx(publish, { isLocked: true });
}

function rowOf(
  ctx: AthleteContext,
  draft: MorningDraft & { readonly decided: Decided },
  history: WorkoutHistory,
  before: Morning | null,
  tries: Pick<MorningProgress, "nextTryAt" | "unreached">,
) {
  const { day, awaited } = draft;
  if (before !== null && before.computedAt > new Date(draft.at)) {
    const { revisions: _, ...newer } = before;
    return { row: revisedMorning(newer, { before, again: null, awaited, tries }), again: null };
  }
  const answer = recommendationOn(history, day, draft.recovered, draft.decided);
  const again = askedAgain(before, answer);
  const stays = before !== null && before.response !== null && again === null;
  const recommendation = stays ? before.recommendation : answer.recommendation;
  const row = { ...answer, day, recommendation, computedAt: ctx.now };
  return { row: revisedMorning(row, { before, again, awaited, tries }), again };
}

async function workoutHistory(
  tx: AthleteTx,
  day: LocalDate,
  { timeZone }: AthleteContext,
): Promise<WorkoutHistory> {
  const [profile, thresholds, activities, loads, events, busyTimes] = await Promise.all([
    findProfile(tx),
    listThresholds(tx),
    activitiesBetween(tx, addDays(day, -WORKOUT_DAYS), day),
    dailyLoadsBetween(tx, addDays(day, -KNOWN_LOAD_DAYS), day),
    contextEventsBetween(tx, addDays(day, -EVENT_DAYS), addDays(day, LOOKAHEAD_DAYS)),
    busyTimesOn(tx, day, day, { timeZone }),
  ]);
  return { profile, thresholds, activities, loads, events, busyTimes };
}

/** Every half an hour until noon, while a source may still have it. */
function nextTryAt(
  { now, timeZone }: AthleteContext,
  day: LocalDate,
  { awaited }: MorningDraft,
  { asked }: MorningSync,
): string | null {
  if (awaited.length === 0 || asked === 0) return null;
  const next = new Date(now.getTime() + TRY_EVERY_MS);
  return next <= instantAt(day, LAST_TRY_HOUR, 0, timeZone) ? next.toISOString() : null;
}
