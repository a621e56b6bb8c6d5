import "server-only";
import { rewrapAthleteKey } from "@/db/mutations/athlete-keys";
import { resealReceipt } from "@/db/mutations/reseal-receipt";
import { wrappedKeysAfter } from "@/db/queries/athlete-keys";
import { sealedReceiptsAfter } from "@/db/queries/sealed-receipts";
import type { SystemContext } from "@/lib/auth/context";
import { unwrapDataKeys, wrapDataKeys } from "@/lib/crypto/data-keys";
import { keyRing } from "@/lib/crypto/key-ring";
import { sealedBy } from "@/lib/crypto/sealed";
import { AppError } from "@/lib/errors";
import type { AthleteId } from "@/lib/ids";
import { openForSystem, sealForSystem } from "./athlete-key";

const PAGE = 200;

export type Rewrapped = {
  readonly rewrapped: number;
  /** Wrapped by a key that the ring lacks, or damaged: left as they are. */
  readonly unreadable: number;
  /** To go on after; null when none is left. */
  readonly lastId: string | null;
};

/**
 * Wraps the next athletes' keys with the ring's current key. What it holds stays the same, so
 * it may be broken off and repeated, and nobody who reads meanwhile notices.
 */
export async function rewrapKeys(ctx: SystemContext, after: string | null): Promise<Rewrapped> {
  return ctx.tx(async (tx) => {
    const page = await wrappedKeysAfter(tx, { after: after as AthleteId | null, limit: PAGE });
    const counts = await eachOnce(ctx, page, async (key) => {
      if (key.ringKeyId === keyRing().current.id) return false;
      const { athleteId } = key;
      const next = wrapDataKeys(unwrapDataKeys(key.wrappedKey, athleteId), athleteId);
      return rewrapAthleteKey(tx, athleteId, key, next);
    });
    return { ...counts, lastId: page.length < PAGE ? null : (page.at(-1)?.athleteId ?? null) };
  });
}

/** The same for vendors' messages that wait to be worked off. */
export async function resealReceipts(ctx: SystemContext, after: string | null): Promise<Rewrapped> {
  return ctx.tx(async (tx) => {
    const page = await sealedReceiptsAfter(tx, { after, limit: PAGE });
    const counts = await eachOnce(ctx, page, async (receipt) => {
      if (sealedBy(receipt.body) === keyRing().current.id) return false;
      const { id, body } = receipt;
      const plain = openForSystem("webhook_receipts.body", id, body);
      await resealReceipt(tx, receipt, sealForSystem("webhook_receipts.body", id, plain));
      return true;
    });
    return { ...counts, lastId: page.length < PAGE ? null : (page.at(-1)?.id ?? null) };
  });
}

/** One that cannot be opened costs the others nothing. */
async function eachOnce<Row>(
  ctx: SystemContext,
  page: readonly Row[],
  change: (row: Row) => Promise<boolean>,
): Promise<{ rewrapped: number; unreadable: number }> {
  let rewrapped = 0;
  let unreadable = 0;
  for (const row of page) {
    try {
      if (await change(row)) rewrapped++;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      unreadable++;
      ctx.log.warn({ err: error }, "a sealed value could not be wrapped anew");
    }
  }
  return { rewrapped, unreadable };
}
