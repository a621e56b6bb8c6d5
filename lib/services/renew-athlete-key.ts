import "server-only";
import { replaceAthleteKey } from "@/db/mutations/athlete-keys";
import {
  lockSealedValues,
  replaceSealedValue,
  type SealedValue,
} from "@/db/mutations/sealed-values";
import { athleteKey } from "@/db/queries/athlete-keys";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { type DataKeys, newDataKey, unwrapDataKeys, wrapDataKeys } from "@/lib/crypto/data-keys";
import { sealedBy } from "@/lib/crypto/sealed";
import { AppError } from "@/lib/errors";
import { openForAthlete, sealForAthlete } from "./athlete-key";

/**
 * Gives the athlete a new key and seals everything with it, all or nothing. The former key is
 * kept beside it until `dropFormerKey`: who read it just before may still write with it.
 */
export async function renewAthleteKey(ctx: AthleteContext): Promise<{ resealed: number }> {
  return resealWith(ctx, ([current]) => [newDataKey(), current]);
}

/** Seals what came in with the former key meanwhile, and forgets that key. */
export async function dropFormerKey(ctx: AthleteContext): Promise<{ resealed: number }> {
  return resealWith(ctx, ([current]) => [current]);
}

async function resealWith(
  ctx: AthleteContext,
  next: (keys: DataKeys) => DataKeys,
): Promise<{ resealed: number }> {
  return ctx.tx(async (tx) => {
    // The rows first: whoever holds one of them reads the key after it.
    const values = await lockSealedValues(tx);
    const stored = await athleteKey(tx);
    if (stored === null) return { resealed: 0 };
    const keys = next(unwrapDataKeys(stored.wrappedKey, ctx.athleteId));
    const plain = await readable(ctx, tx, values, keys[0].id);
    const wrapped = wrapDataKeys(keys, ctx.athleteId);
    if (!(await replaceAthleteKey(tx, stored, { ...wrapped, rotatedAt: ctx.now }))) {
      throw new AppError("unavailable", "The key was changed meanwhile. Try again.");
    }
    for (const { column, rowId, text } of plain) {
      const sealed = await sealForAthlete(tx, column, rowId, text);
      await replaceSealedValue(tx, { column, rowId, sealed });
    }
    return { resealed: plain.length };
  });
}

/** What the new key has to seal; a value that nobody can open any more stays as it is. */
async function readable(
  ctx: AthleteContext,
  tx: AthleteTx,
  values: readonly SealedValue[],
  currentId: string,
) {
  const found: (Pick<SealedValue, "column" | "rowId"> & { readonly text: string })[] = [];
  for (const { column, rowId, sealed } of values) {
    try {
      if (sealedBy(sealed) === currentId) continue;
      found.push({ column, rowId, text: await openForAthlete(tx, column, rowId, sealed) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      ctx.log.warn({ err: error, column }, "a sealed value could not be opened");
    }
  }
  return found;
}
