import { and, asc, gt, isNotNull } from "drizzle-orm";
import { webhookReceipts } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";

export type SealedReceipt = { readonly id: string; readonly body: Uint8Array };

/** A page of the messages whose body is kept, by id; for the rotation of keys alone. */
export async function sealedReceiptsAfter(
  tx: SystemTx,
  { after, limit }: { after: string | null; limit: number },
): Promise<SealedReceipt[]> {
  const found = await tx.db
    .select({ id: webhookReceipts.id, body: webhookReceipts.body })
    .from(webhookReceipts)
    .where(and(isNotNull(webhookReceipts.body), after ? gt(webhookReceipts.id, after) : undefined))
    .orderBy(asc(webhookReceipts.id))
    .limit(limit);
  return found.flatMap(({ id, body }) => (body === null ? [] : [{ id, body }]));
}
