import { and, eq } from "drizzle-orm";
import { findBatch } from "@/db/queries/find-batch";
import { importBatches } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

/** Closes a batch to further files. "already" when it was started before. */
export async function startBatch(
  tx: AthleteTx,
  batchId: string,
): Promise<"started" | "already" | "unknown"> {
  if ((await findBatch(tx, batchId)) === null) return "unknown";
  const started = await tx.db
    .update(importBatches)
    .set({ status: "running" })
    .where(
      and(
        eq(importBatches.athleteId, tx.athleteId),
        eq(importBatches.id, batchId),
        eq(importBatches.status, "receiving"),
      ),
    )
    .returning({ id: importBatches.id });
  return started.length > 0 ? "started" : "already";
}
