import { and, count, desc, eq, min } from "drizzle-orm";
import { type PageOf, pageOf, rowsAfter } from "@/db/rows-after";
import { connections, providerStates, webhookReceipts } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";
import { PROVIDERS, type Provider } from "@/lib/training/source/providers";

export type BreakerState = (typeof providerStates.$inferSelect)["breaker"];

/** Calls used and allowed in a window, as the vendor's headers said last. */
export type VendorBudget = {
  readonly window: string;
  readonly used: number;
  readonly limit: number;
  readonly resetsAt: string;
};

/** A vendor as a whole; whose accounts there are is not told. */
export type VendorHealth = {
  readonly provider: Provider;
  readonly breaker: BreakerState;
  /** When a call may be tried again; null while closed. */
  readonly retryAt: Date | null;
  readonly budgets: readonly VendorBudget[];
  readonly connected: number;
  readonly needReconnect: number;
  /** Of the connection that has waited longest for its last success; null when none had one. */
  readonly oldestSuccessAt: Date | null;
};

export type WebhookReceiptItem = {
  readonly id: string;
  readonly provider: Provider;
  readonly status: WebhookStatus;
  readonly byteLength: number;
  /** How often the same message came. */
  readonly deliveries: number;
  readonly problem: string | null;
  readonly receivedAt: Date;
  readonly finishedAt: Date | null;
};
export type WebhookStatus = (typeof webhookReceipts.$inferSelect)["status"];

/** Every vendor that is connected or was ever asked. */
export async function vendorHealth(tx: SystemTx): Promise<VendorHealth[]> {
  const states = await tx.db.select().from(providerStates);
  const accounts = await tx.db
    .select({
      provider: connections.provider,
      status: connections.status,
      n: count(),
      oldestSuccessAt: min(connections.lastSuccessAt),
    })
    .from(connections)
    .groupBy(connections.provider, connections.status);
  return PROVIDERS.flatMap((provider) => {
    const state = states.find((row) => row.provider === provider);
    const own = accounts.filter((row) => row.provider === provider);
    if (!state && own.length === 0) return [];
    const countOf = (status: (typeof own)[number]["status"]) =>
      own.find((row) => row.status === status)?.n ?? 0;
    return {
      provider,
      breaker: state?.breaker ?? "closed",
      retryAt: state?.retryAt ?? null,
      budgets: Object.entries(state?.budget ?? {}).map(([window, use]) => ({ window, ...use })),
      connected: countOf("connected"),
      needReconnect: countOf("needs_reconnect"),
      oldestSuccessAt: own.find((row) => row.status === "connected")?.oldestSuccessAt ?? null,
    };
  });
}

/** One page of what vendors sent, the newest first. Bodies and senders stay where they are. */
export async function webhookReceiptPage(
  tx: SystemTx,
  request: {
    readonly provider: Provider | null;
    readonly status: WebhookStatus | null;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<PageOf<WebhookReceiptItem>> {
  const { provider, status, cursor, limit } = request;
  const found = await tx.db
    .select({
      id: webhookReceipts.id,
      provider: webhookReceipts.provider,
      status: webhookReceipts.status,
      byteLength: webhookReceipts.byteLength,
      deliveries: webhookReceipts.deliveries,
      problem: webhookReceipts.problem,
      receivedAt: webhookReceipts.receivedAt,
      finishedAt: webhookReceipts.finishedAt,
    })
    .from(webhookReceipts)
    .where(
      and(
        provider === null ? undefined : eq(webhookReceipts.provider, provider),
        status === null ? undefined : eq(webhookReceipts.status, status),
        rowsAfter(cursor, webhookReceipts, webhookReceipts.receivedAt, webhookReceipts.id),
      ),
    )
    .orderBy(desc(webhookReceipts.receivedAt), desc(webhookReceipts.id))
    .limit(limit + 1);
  return pageOf(found, limit, (receipt) => receipt.id);
}
