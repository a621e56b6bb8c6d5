import { and, eq } from "drizzle-orm";
import type { SealedReceipt } from "@/db/queries/sealed-receipts";
import { webhookReceipts } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";

/** The same body under another key, unless it has been worked off meanwhile. */
export async function resealReceipt(
  tx: SystemTx,
  former: SealedReceipt,
  body: Uint8Array,
): Promise<void> {
  await tx.db
    .update(webhookReceipts)
    .set({ body })
    .where(and(eq(webhookReceipts.id, former.id), eq(webhookReceipts.body, former.body)));
}
