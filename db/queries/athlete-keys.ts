import { asc, count, eq, gt, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { athleteKeys } from "@/db/schema/connections";
import type { AthleteTx, SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

/** The athlete's own key as it is stored, and the key of the ring that wraps it. */
export type WrappedKey = { readonly wrappedKey: Uint8Array; readonly ringKeyId: string };

const wrapped = { wrappedKey: athleteKeys.wrappedKey, ringKeyId: athleteKeys.ringKeyId };

/** Null before the athlete's first secret. */
export async function athleteKey(tx: AthleteTx): Promise<WrappedKey | null> {
  const [key] = await keyStatement(tx.db).execute({ athleteId: tx.athleteId });
  return key ?? null;
}

const keyStatement = prepared("formline_athlete_key", (db) =>
  db
    .select(wrapped)
    .from(athleteKeys)
    .where(eq(athleteKeys.athleteId, sql.placeholder("athleteId"))),
);

export type AthleteWrappedKey = WrappedKey & {
  readonly athleteId: AthleteId;
  readonly createdAt: Date;
  readonly rotatedAt: Date | null;
};

/** A page of all athletes' keys, wrapped, by athlete; for the rotation of keys alone. */
export async function wrappedKeysAfter(
  tx: SystemTx,
  { after, limit }: { after: AthleteId | null; limit: number },
): Promise<AthleteWrappedKey[]> {
  return tx.db
    .select({
      athleteId: athleteKeys.athleteId,
      ...wrapped,
      createdAt: athleteKeys.createdAt,
      rotatedAt: athleteKeys.rotatedAt,
    })
    .from(athleteKeys)
    .where(after === null ? undefined : gt(athleteKeys.athleteId, after))
    .orderBy(asc(athleteKeys.athleteId))
    .limit(limit);
}

/** How many athletes' keys each key of the ring wraps. */
export async function ringKeyUse(tx: SystemTx): Promise<{ ringKeyId: string; keys: number }[]> {
  return tx.db
    .select({ ringKeyId: athleteKeys.ringKeyId, keys: count() })
    .from(athleteKeys)
    .groupBy(athleteKeys.ringKeyId)
    .orderBy(asc(athleteKeys.ringKeyId));
}
