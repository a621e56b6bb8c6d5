import { type BATCH_ORIGINS, importBatches } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { newId } from "@/lib/ids";

/** Opens a batch of the import ledger, ready to receive files; returns its id. */
export async function createBatch(
  tx: AthleteTx,
  batch: { readonly origin: (typeof BATCH_ORIGINS)[number] },
): Promise<string> {
  const id = newId();
  await tx.db
    .insert(importBatches)
    .values({ id, athleteId: tx.athleteId, origin: batch.origin, status: "receiving" });
  return id;
}
