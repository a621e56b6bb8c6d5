import { and, eq } from "drizzle-orm";
import { athleteKey, type WrappedKey } from "@/db/queries/athlete-keys";
import { athleteKeys } from "@/db/schema/connections";
import type { AthleteTx, SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

/** Keeps `proposed` unless the athlete has a key already; returns the one that holds. */
export async function ensureAthleteKey(tx: AthleteTx, proposed: WrappedKey): Promise<WrappedKey> {
  const { athleteId } = tx;
  const [added] = await tx.db
    .insert(athleteKeys)
    .values({ athleteId, ...proposed })
    .onConflictDoNothing()
    .returning({ wrappedKey: athleteKeys.wrappedKey, ringKeyId: athleteKeys.ringKeyId });
  return added ?? (await athleteKey(tx)) ?? proposed;
}

/** Puts `next` in the place of `former`; false when that is not the athlete's key any more. */
export async function replaceAthleteKey(
  tx: AthleteTx,
  former: WrappedKey,
  next: WrappedKey & { readonly rotatedAt: Date },
): Promise<boolean> {
  return replaceKey(tx, tx.athleteId, former, next);
}

/** The same key, wrapped anew; false when it has been replaced meanwhile. */
export async function rewrapAthleteKey(
  tx: SystemTx,
  athleteId: AthleteId,
  former: WrappedKey,
  next: WrappedKey,
): Promise<boolean> {
  return replaceKey(tx, athleteId, former, next);
}

async function replaceKey(
  { db }: AthleteTx | SystemTx,
  athleteId: AthleteId,
  former: WrappedKey,
  next: WrappedKey & { readonly rotatedAt?: Date },
): Promise<boolean> {
  const replaced = await db
    .update(athleteKeys)
    .set(next)
    .where(and(eq(athleteKeys.athleteId, athleteId), eq(athleteKeys.wrappedKey, former.wrappedKey)))
    .returning({ athleteId: athleteKeys.athleteId });
  return replaced.length > 0;
}
