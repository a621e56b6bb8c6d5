import "server-only";
import { updateConnection } from "@/db/mutations/connections";
import { removeRemoteActivities } from "@/db/mutations/forget-remote-activities";
import { markActivitiesChanged } from "@/db/mutations/remote-activities";
import { finishReceipts, waitingReceipt } from "@/db/mutations/webhook-receipts";
import { findConnection } from "@/db/queries/connections";
import type { AthleteContext, SystemContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";
import {
  type Announcement,
  SourceError,
  type SourceSession,
  type WebhookMessage,
} from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import { askSource } from "./ask-source";
import { openForSystem } from "./athlete-key";
import { forgetFilesOf } from "./delete-source-files";
import { noteLost } from "./lost-announcements";
import { markRemoved } from "./mark-removed";
import { receiveSyncedFile, startSyncedImport } from "./receive-synced-file";
import { enqueueSync } from "./request-sync";
import { storeWellness } from "./store-wellness";

type Applied = { readonly kind: WebhookMessage["what"]["kind"] | null };

type Message = {
  readonly connectionId: string;
  readonly receiptId: string;
  /** A vendor that does not answer this time either is not asked again for this message. */
  readonly isLastTry: boolean;
};

/**
 * Works a kept message off, for one athlete's connection. A message is a hint: what changes
 * anything is asked of the vendor. Done again it changes nothing.
 */
export async function applyWebhook(
  system: SystemContext,
  ctx: AthleteContext,
  { connectionId, receiptId, isLastTry }: Message,
): Promise<Applied> {
  const receipt = await system.tx((tx) => waitingReceipt(tx, receiptId));
  if (receipt === null) return { kind: null };
  const plain = openForSystem("webhook_receipts.body", receiptId, receipt.body);
  const { what } = JSON.parse(Buffer.from(plain).toString()) as WebhookMessage;
  const end = await apply(ctx, connectionId, what).then(
    () => ({ status: "done", problem: null }) as const,
    (error: unknown) => givenUp(error, isLastTry),
  );
  if (what.kind === "fetch" && end.status === "failed") await lost(ctx, connectionId, what);
  await system.tx((tx) => finishReceipts(tx, [receiptId], end, ctx.now));
  return { kind: what.kind };
}

/** What cannot go better another time ends the message; anything else is tried again. */
function givenUp(error: unknown, isLastTry: boolean) {
  if (error instanceof SourceError) {
    const { failure } = error;
    if (!isLastTry && (failure === "unavailable" || failure === "rate_limited")) throw error;
    return { status: "failed", problem: `The vendor's answer: ${failure}.` } as const;
  }
  if (error instanceof AppError && error.code === "not_found") {
    return { status: "ignored", problem: "The connection is no more." } as const;
  }
  throw error;
}

async function apply(
  ctx: AthleteContext,
  connectionId: string,
  what: WebhookMessage["what"],
): Promise<void> {
  switch (what.kind) {
    case "activities_changed":
      return changed(ctx, connectionId, what.externalIds);
    case "activity_removed":
      return removed(ctx, connectionId, what.externalId);
    case "data":
      await storeWellness(ctx, connectionId, what.observations);
      await ctx.tx((tx) => updateConnection(tx, connectionId, { lastSuccessAt: ctx.now }));
      return;
    case "fetch":
      return fetchAnnounced(ctx, connectionId, what);
    case "disconnected":
      return disconnected(ctx, connectionId);
    case "permissions":
      await ctx.tx((tx) => updateConnection(tx, connectionId, { scopes: [...what.scopes] }));
      return;
  }
}

async function changed(
  ctx: AthleteContext,
  connectionId: string,
  externalIds: readonly string[],
): Promise<void> {
  await ctx.tx(async (tx) => {
    await markActivitiesChanged(tx, connectionId, externalIds, ctx.now);
    const wish = externalIds.join(",").slice(0, 100);
    await enqueueSync(tx, connectionId, "webhook", `${wish}:${ctx.now.getTime()}`);
  });
}

/** Only when the vendor says so itself; what came from Strava alone goes with it. */
async function removed(
  ctx: AthleteContext,
  connectionId: string,
  externalId: string,
): Promise<void> {
  const from = await askSource(ctx, connectionId, async ({ connection, session }) =>
    (await hasFile(session, externalId)) ? null : connection,
  );
  if (from !== null) await ctx.tx((tx) => markRemoved(tx, from, { externalIds: [externalId] }));
}

async function hasFile(session: SourceSession, externalId: string): Promise<boolean> {
  try {
    return (await session.file?.(externalId)) != null;
  } catch (error) {
    if (error instanceof SourceError && error.failure === "not_found") return false;
    throw error;
  }
}

async function fetchAnnounced(
  ctx: AthleteContext,
  connectionId: string,
  { callbackUrl, dataType, externalId }: Announcement,
): Promise<void> {
  const announcement = {
    callbackUrl,
    dataType,
    ...(externalId === undefined ? {} : { externalId }),
  };
  const { observations, file } = await askSource(ctx, connectionId, async ({ session }) =>
    session.announced ? session.announced(announcement) : { observations: [], file: null },
  );
  await storeWellness(ctx, connectionId, observations);
  if (file !== null && externalId !== undefined) {
    await ctx.tx((tx) => markActivitiesChanged(tx, connectionId, [externalId], ctx.now));
    const activity = { externalId, title: null, startedAt: null, seenAt: ctx.now };
    await receiveSyncedFile(ctx, { connectionId, activity, file });
    await startSyncedImport(ctx);
  }
  await ctx.tx((tx) => updateConnection(tx, connectionId, { lastSuccessAt: ctx.now }));
}

/** An address holds once and for a day: what could not be had by it, the vendor has to send again. */
async function lost(
  ctx: AthleteContext,
  connectionId: string,
  { day }: Announcement,
): Promise<void> {
  await ctx.tx(async (tx) => {
    const connection = await findConnection(tx, connectionId);
    if (connection === null) return;
    const historyDays = ctx.ports.sources.of(connection.provider)?.longestHistoryDays ?? 1;
    await noteLost(ctx, tx, connection, { day: day ?? null, historyDays });
  });
}

/** Asked of the vendor where it can be: who knows the address could have sent this. */
async function disconnected(ctx: AthleteContext, connectionId: string): Promise<void> {
  await askSource(ctx, connectionId, async ({ connection, session }) => {
    if (session.check) await session.check();
    else if (session.activities) await session.activities({ cursor: null, since: ctx.now });
    else throw signedOut(connection.provider);
  }).catch(async (error: unknown) => {
    // That is what was said, and the connection says it now.
    if (!(error instanceof SourceError && error.failure === "signed_out")) throw error;
    if (error.provider === "strava") await forgetStrava(ctx, connectionId);
  });
}

/** By Strava's terms what came from there goes with the access; connected again, it comes anew. */
async function forgetStrava(ctx: AthleteContext, connectionId: string): Promise<void> {
  await ctx.tx(async (tx) => {
    await forgetFilesOf(tx, connectionId, null);
    await removeRemoteActivities(tx, connectionId);
  });
}

function signedOut(provider: SourceError["provider"]): SourceError {
  return new SourceError(provider, "signed_out", `${PROVIDER_NAMES[provider]} was left there.`);
}
