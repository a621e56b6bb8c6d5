import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { moveRecording } from "@/db/mutations/move-recording";
import { removeJoinedActivity } from "@/db/mutations/remove-joined-activity";
import { retellLedger } from "@/db/mutations/retell-ledger";
import { unseparateRecordings } from "@/db/mutations/separate-recordings";
import { activityFacts } from "@/db/queries/activity-facts";
import { joinableActivities } from "@/db/queries/joinable-activities";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { earlierDay } from "@/lib/dates/local-date";
import { AppError, notFound } from "@/lib/errors";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";
import { activeEdits } from "./active-edits";
import { readRecordings } from "./read-recordings";
import { assertStillThese, saveCombined } from "./save-combined";

/**
 * "These are the same activity": the recordings of the other become this one's, the other goes,
 * its load with it, and the days from both on are computed again. What was
 * said of it is kept for the undo (`separateRecording`).
 * Throws "not_found", or "conflict" when the two were not going on at the same time.
 */
export async function joinActivities(
  ctx: AthleteContext,
  { activityId, otherId }: { readonly activityId: string; readonly otherId: string },
): Promise<void> {
  const [own, others] = [await readRecordings(ctx, activityId), await readRecordings(ctx, otherId)];
  await ctx.tx(async (tx) => {
    await lockAthlete(tx);
    const other = await activityFacts(tx, otherId);
    if (own.length === 0 || other === null) throw notFound("This activity");
    const joinable = await joinableActivities(tx, activityId);
    if (!joinable.some((one) => one.id === otherId)) {
      throw new AppError(
        "conflict",
        "Only recordings of the same time, from different files, can be combined.",
      );
    }
    await assertStillThese(tx, activityId, own);
    await assertStillThese(tx, otherId, others);
    const formerFacts = { original: other.original, edits: await editsOf(tx, otherId) };
    for (const one of others) {
      await moveRecording(tx, one.id, {
        activityId,
        joinedBy: "athlete",
        formerActivityId: one.formerActivityId ?? otherId,
        formerFacts: one.formerFacts ?? formerFacts,
      });
      await retellLedger(tx, one.sourceFileId, { from: otherId, to: activityId, isOwn: false });
    }
    await unseparateRecordings(
      tx,
      others.flatMap((one) => own.map((mine) => [one, mine] as const)),
    );
    await removeJoinedActivity(tx, otherId);
    const days = await saveCombined(ctx, tx, { id: activityId }, [...own, ...others]);
    const fromDay = [...days, other.day].reduce(earlierDay);
    await enqueueEvent(tx, events.daysChanged.create({ athleteId: ctx.athleteId, fromDay }));
  });
}

async function editsOf(tx: AthleteTx, activityId: string): Promise<ActivityEdit[]> {
  const edits = await activeEdits(tx, activityId);
  return edits.map(({ kind, value }) => ({ kind, value }) as ActivityEdit);
}
