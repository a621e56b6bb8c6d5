import { and, eq, inArray, sql } from "drizzle-orm";
import { importBatches, importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";

type Status = (typeof importBatches.$inferSelect)["status"];

/** Lets a running batch rest after the files in hand. False when it does not run. */
export function pauseBatch(tx: AthleteTx, batchId: string): Promise<boolean> {
  return moveBatch(tx, batchId, ["running"], "paused");
}

/** Lets a paused batch go on. False when it is not paused. */
export function resumeBatch(tx: AthleteTx, batchId: string): Promise<boolean> {
  return moveBatch(tx, batchId, ["paused"], "running");
}

/**
 * Turns down every file of a batch that still waits; their bytes are kept for another try.
 * What was imported stays. False when the batch neither runs nor is paused.
 */
export async function stopBatch(tx: AthleteTx, batchId: string): Promise<boolean> {
  if (!(await moveBatch(tx, batchId, ["running", "paused"], "running"))) return false;
  await tx.db
    .update(importFiles)
    .set({
      status: "rejected",
      reasonCode: "stopped",
      reason: "You stopped the import before this file was read.",
      finishedAt: sql`now()`,
    })
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.batchId, batchId),
        eq(importFiles.status, "waiting"),
      ),
    );
  return true;
}

async function moveBatch(
  tx: AthleteTx,
  batchId: string,
  from: readonly Status[],
  to: Status,
): Promise<boolean> {
  if (!isUuid(batchId)) return false;
  const moved = await tx.db
    .update(importBatches)
    .set({ status: to })
    .where(
      and(
        eq(importBatches.athleteId, tx.athleteId),
        eq(importBatches.id, batchId),
        inArray(importBatches.status, [...from]),
      ),
    )
    .returning({ id: importBatches.id });
  return moved.length > 0;
}
