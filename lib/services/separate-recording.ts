import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { moveRecording } from "@/db/mutations/move-recording";
import { retellLedger } from "@/db/mutations/retell-ledger";
import { separateRecordings } from "@/db/mutations/separate-recordings";
import { activityFacts } from "@/db/queries/activity-facts";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { earlierDay } from "@/lib/dates/local-date";
import { AppError, notFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { type ReadRecording, readRecordings } from "./read-recordings";
import { assertStillThese, saveCombined } from "./save-combined";

/**
 * "This is another activity": makes a recording an activity of its own, remembers that it is
 * none of this one's, and has the days from both on computed again. One that the athlete had
 * joined becomes what it was, with the recordings that came with it.
 * Throws "not_found", or "conflict" when the activity has no other recording.
 */
export async function separateRecording(
  ctx: AthleteContext,
  input: { readonly activityId: string; readonly recordingId: string },
): Promise<{ readonly activityId: string }> {
  const { activityId } = input;
  const recordings = await readRecordings(ctx, activityId);
  const chosen = recordings.find((one) => one.id === input.recordingId);
  if (!chosen) throw notFound("This recording");
  const leaving = recordings.filter((one) => one === chosen || cameWith(one, chosen));
  const staying = recordings.filter((one) => !leaving.includes(one));
  if (staying.length === 0) {
    throw new AppError("conflict", "This activity has no other recording to part it from.");
  }
  return ctx.tx(async (tx) => {
    await lockAthlete(tx);
    await assertStillThese(tx, activityId, recordings);
    const days = await saveCombined(ctx, tx, { id: activityId }, staying);
    const made = await makeActivity(ctx, tx, chosen, leaving);
    for (const one of leaving) {
      await retellLedger(tx, one.sourceFileId, { from: activityId, to: made.id, isOwn: true });
    }
    await separateRecordings(
      tx,
      leaving.flatMap((one) => staying.map((other) => [one, other] as const)),
    );
    const fromDay = [...days, ...made.days].reduce(earlierDay);
    await enqueueEvent(tx, events.daysChanged.create({ athleteId: ctx.athleteId, fromDay }));
    return { activityId: made.id };
  });
}

/** They were one activity before the athlete joined it to this one. */
function cameWith(one: ReadRecording, chosen: ReadRecording): boolean {
  return chosen.formerActivityId !== null && one.formerActivityId === chosen.formerActivityId;
}

async function makeActivity(
  ctx: AthleteContext,
  tx: AthleteTx,
  chosen: ReadRecording,
  recordings: readonly ReadRecording[],
) {
  const former = chosen.formerActivityId;
  const isFree = former !== null && (await activityFacts(tx, former)) === null;
  const id = isFree ? former : newId();
  const { formerFacts } = chosen;
  const days = await saveCombined(ctx, tx, { id, formerFacts }, recordings);
  const home = {
    activityId: id,
    joinedBy: "import",
    formerActivityId: null,
    formerFacts: null,
  } as const;
  for (const recording of recordings) await moveRecording(tx, recording.id, home);
  return { id, days };
}
