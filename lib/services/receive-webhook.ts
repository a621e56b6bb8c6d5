import "server-only";
import { enqueueEvent } from "@/db/mutations/enqueue-event";
import { finishReceipts, keepReceipts, type NewReceipt } from "@/db/mutations/webhook-receipts";
import { connectionsOfAccounts, type DueConnection } from "@/db/queries/due-connections";
import type { SystemTx } from "@/db/scope";
import { events } from "@/inngest/events";
import type { SystemContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { WebhookMessage, WebhookRequest } from "@/lib/integrations/source-ports";
import { countDuplicates } from "@/lib/metrics/count";
import type { Provider } from "@/lib/training/source/providers";
import { sealForSystem } from "./athlete-key";

export type WebhookAnswer =
  | { readonly kind: "handshake"; readonly reply: unknown }
  | { readonly kind: "refused"; readonly status: number }
  | { readonly kind: "kept"; readonly messages: number; readonly fresh: number };

/** Rows per statement, and messages that are sealed at a time. */
const CHUNK = 200;

/**
 * Takes a vendor's message: proven by its adapter, kept sealed, once however often it comes, and
 * handed to the job in the same transaction. What it says is worked off later, so that the
 * vendor has its answer at once. Throws "not_found" for a vendor without webhooks.
 */
export async function receiveWebhook(
  ctx: SystemContext,
  provider: Provider,
  request: WebhookRequest,
): Promise<WebhookAnswer> {
  const source = ctx.ports.sources.oauth(provider);
  if (source === null) throw notFound("This address");
  const reading = source.readWebhook(request);
  if (reading.kind === "handshake") return reading;
  if (reading.kind === "refused") {
    const { status, reason } = reading;
    ctx.log.warn({ provider, status, reason }, "a webhook was refused");
    return { kind: "refused", status };
  }
  let fresh = 0;
  for (let at = 0; at < reading.messages.length; at += CHUNK) {
    const chunk = reading.messages.slice(at, at + CHUNK);
    fresh += await ctx.tx((tx) => keep(ctx, tx, provider, chunk));
  }
  countDuplicates(provider, reading.messages.length - fresh);
  return { kind: "kept", messages: reading.messages.length, fresh };
}

type Addressed = { readonly message: WebhookMessage; readonly to: DueConnection | null };

async function keep(
  ctx: SystemContext,
  tx: SystemTx,
  provider: Provider,
  messages: readonly WebhookMessage[],
): Promise<number> {
  const accountIds = [...new Set(messages.map((message) => message.accountId))];
  const connections = await connectionsOfAccounts(tx, provider, accountIds);
  const addressed = messages.flatMap((message): Addressed[] => {
    const mine = connections.filter((one) => one.accountId === message.accountId);
    return mine.length === 0 ? [{ message, to: null }] : mine.map((to) => ({ message, to }));
  });
  const receipts = new Map(addressed.map((one) => [keyOf(one), { ...one, row: receiptOf(one) }]));
  const rows = [...receipts.values()].map(({ row }) => row);
  const fresh = new Set(await keepReceipts(tx, provider, rows));
  const kept = [...receipts.values()].filter(({ row }) => fresh.has(row.id));
  const strangers = kept.filter(({ to }) => to === null).map(({ row }) => row.id);
  await finishReceipts(tx, strangers, { status: "ignored", problem: NOBODYS }, ctx.now);
  await enqueueEvent(
    tx,
    kept.flatMap(({ row, to }) => {
      if (to === null) return [];
      const { athleteId, id: connectionId } = to;
      const data = { athleteId, connectionId, receiptId: row.id };
      return [events.webhookReceived.create(data, { id: `webhook:${row.id}` })];
    }),
  );
  return kept.length;
}

const NOBODYS = "Nobody here is connected with this account.";

/** Of one account that two athletes are connected with, each has a receipt. */
function keyOf({ message, to }: Addressed): string {
  return to === null ? message.dedupKey : `${message.dedupKey}#${to.id}`;
}

function receiptOf(one: Addressed): NewReceipt {
  const id = newId();
  const plain = Buffer.from(JSON.stringify(one.message));
  const body = sealForSystem("webhook_receipts.body", id, plain);
  return { id, dedupKey: keyOf(one), body, byteLength: plain.byteLength };
}
