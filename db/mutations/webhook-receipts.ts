import { and, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { webhookReceipts } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";
import type { Provider } from "@/lib/training/source/providers";

export type NewReceipt = {
  readonly id: string;
  readonly dedupKey: string;
  /** Sealed for the id. */
  readonly body: Uint8Array;
  readonly byteLength: number;
};

/** Keeps a vendor's messages; returns the ids of those that had not come before. */
export async function keepReceipts(
  tx: SystemTx,
  provider: Provider,
  receipts: readonly NewReceipt[],
): Promise<string[]> {
  if (receipts.length === 0) return [];
  const kept = await tx.db
    .insert(webhookReceipts)
    .values(receipts.map((receipt) => ({ ...receipt, provider })))
    .onConflictDoUpdate({
      target: [webhookReceipts.provider, webhookReceipts.dedupKey],
      set: { deliveries: sql`${webhookReceipts.deliveries} + 1` },
    })
    .returning({ id: webhookReceipts.id, isNew: sql<boolean>`(xmax = 0)` });
  return kept.filter((row) => row.isNew).map((row) => row.id);
}

/** A message that has not been worked off; null when it has, or there is none. */
export async function waitingReceipt(
  tx: SystemTx,
  receiptId: string,
): Promise<{ readonly provider: Provider; readonly body: Uint8Array } | null> {
  const [found] = await tx.db
    .select({ provider: webhookReceipts.provider, body: webhookReceipts.body })
    .from(webhookReceipts)
    .where(and(eq(webhookReceipts.id, receiptId), eq(webhookReceipts.status, "waiting")));
  return found?.body ? { provider: found.provider, body: found.body } : null;
}

/** Ends messages: their bodies go, what they were stays a while. */
export async function finishReceipts(
  tx: SystemTx,
  receiptIds: readonly string[],
  end: { readonly status: "done" | "ignored" | "failed"; readonly problem: string | null },
  at: Date,
): Promise<void> {
  if (receiptIds.length === 0) return;
  await tx.db
    .update(webhookReceipts)
    .set({ ...end, body: null, finishedAt: at })
    .where(
      and(inArray(webhookReceipts.id, [...receiptIds]), eq(webhookReceipts.status, "waiting")),
    );
}

/** Removes messages that were worked off before `before`. */
export async function pruneReceipts(tx: SystemTx, before: Date): Promise<number> {
  const pruned = await tx.db.execute(sql`
    delete from ${webhookReceipts}
    where ${and(isNotNull(webhookReceipts.finishedAt), lt(webhookReceipts.finishedAt, before))}
    returning id`);
  return rows(pruned).length;
}
