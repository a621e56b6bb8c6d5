import "server-only";
import { deleteActivity, deleteSourceFile } from "@/db/mutations/delete-source-file";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { finishImportFiles } from "@/db/mutations/finish-import-file";
import { lockAthlete } from "@/db/mutations/lock-athlete";
import { activitiesOfSource } from "@/db/queries/activities-of-source";
import { filesOfConnection } from "@/db/queries/remote-activities";
import type { AthleteTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { AthleteContext } from "@/lib/auth/context";
import { earlierDay, type LocalDate } from "@/lib/dates/local-date";
import { newId } from "@/lib/ids";
import { readRecordings } from "./read-recordings";
import { assertStillThese, saveCombined } from "./save-combined";

/** One step's worth. */
const LONGEST_PART_MS = 10_000;
/** Ids in one event. */
const CHUNK = 500;

/** Has files taken away with what came from them alone; in the caller's transaction. */
export async function enqueueDeletion(
  tx: AthleteTx,
  sourceFileIds: readonly string[],
): Promise<void> {
  const { athleteId } = tx;
  for (let at = 0; at < sourceFileIds.length; at += CHUNK) {
    const some = sourceFileIds.slice(at, at + CHUNK);
    const id = `files:unwanted:${newId()}`;
    await enqueueEvent(tx, events.filesUnwanted.create({ athleteId, sourceFileIds: some }, { id }));
  }
}

/**
 * Has everything taken away that came of a connection's activities, or of some of them: what was
 * fetched and not read yet as well. In the caller's transaction.
 */
export async function forgetFilesOf(
  tx: AthleteTx,
  connectionId: string,
  externalIds: readonly string[] | null,
): Promise<void> {
  const { sourceFileIds, waitingIds } = await filesOfConnection(tx, connectionId, externalIds);
  await finishImportFiles(tx, waitingIds.map(unwanted));
  await enqueueDeletion(tx, sourceFileIds);
}

const unwanted = (id: string) => ({
  id,
  outcome: {
    status: "rejected",
    reasonCode: "removed",
    reason: "It was removed at its source before it was read here.",
  } as const,
});

/** From which day on the numbers are old without these files; asked before the first one goes. */
export async function firstDayOfFiles(
  ctx: AthleteContext,
  sourceFileIds: readonly string[],
): Promise<{ readonly fromDay: LocalDate | null }> {
  return ctx.tx(async (tx) => {
    const days: LocalDate[] = [];
    for (const id of sourceFileIds) {
      for (const { day } of await activitiesOfSource(tx, id)) days.push(day);
    }
    return { fromDay: days.length === 0 ? null : days.reduce(earlierDay) };
  });
}

/**
 * Takes files away with what came from them alone, from place `from` on, for about ten seconds:
 * an activity of which there is another recording is worked out anew from that one.
 */
export async function deleteSourceFiles(
  ctx: AthleteContext,
  sourceFileIds: readonly string[],
  from: number,
): Promise<{ readonly next: number; readonly remaining: number }> {
  const deadline = performance.now() + LONGEST_PART_MS;
  let next = from;
  while (next < sourceFileIds.length && performance.now() < deadline) {
    const id = sourceFileIds[next] ?? "";
    const found = await ctx.tx((tx) => activitiesOfSource(tx, id));
    for (const activity of found) await leaveActivity(ctx, activity.id, id);
    await ctx.tx((tx) => deleteSourceFile(tx, id));
    next++;
  }
  return { next, remaining: sourceFileIds.length - next };
}

async function leaveActivity(
  ctx: AthleteContext,
  activityId: string,
  sourceFileId: string,
): Promise<void> {
  const recordings = await readRecordings(ctx, activityId);
  const staying = recordings.filter((one) => one.sourceFileId !== sourceFileId);
  await ctx.tx(async (tx) => {
    await lockAthlete(tx);
    await assertStillThese(tx, activityId, recordings);
    if (staying.some((one) => one.recorded !== null)) {
      await saveCombined(ctx, tx, { id: activityId }, staying);
    } else {
      await deleteActivity(tx, activityId);
    }
  });
}
