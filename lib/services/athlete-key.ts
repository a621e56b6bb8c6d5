import "server-only";
import { ensureAthleteKey } from "@/db/mutations/athlete-keys";
import type { SealedColumn } from "@/db/mutations/sealed-values";
import { athleteKey, type WrappedKey } from "@/db/queries/athlete-keys";
import type { AthleteTx } from "@/db/scope";
import { newDataKey, unwrapDataKeys, wrapDataKeys } from "@/lib/crypto/data-keys";
import { keyRing } from "@/lib/crypto/key-ring";
import { open, type Place, type SealingKey, seal } from "@/lib/crypto/sealed";
import { AppError } from "@/lib/errors";

/** Columns of rows that belong to no athlete, sealed with the ring itself. */
export type SystemSealedColumn = "webhook_receipts.body";

/**
 * Seals a secret of the athlete for one column of one row; it opens nowhere else. Makes the
 * athlete's key at first use. Throws AppError "unavailable" when the server has no key ring.
 */
export async function sealForAthlete(
  tx: AthleteTx,
  column: SealedColumn,
  rowId: string,
  plain: string,
): Promise<Uint8Array> {
  const { athleteId } = tx;
  const stored =
    (await athleteKey(tx)) ?? (await ensureAthleteKey(tx, wrapDataKeys([newDataKey()], athleteId)));
  const [current] = unwrapDataKeys(stored.wrappedKey, athleteId);
  return seal(Buffer.from(plain), current, { owner: athleteId, column, rowId });
}

/**
 * The secret that was sealed for this place. Throws AppError "not_found" when the athlete's key
 * was erased, "unavailable" when the server lacks a key of its ring, "internal" when the value
 * was changed or belongs elsewhere.
 */
export async function openForAthlete(
  tx: AthleteTx,
  column: SealedColumn,
  rowId: string,
  sealed: Uint8Array,
): Promise<string> {
  return openWithKey(await athleteKey(tx), { owner: tx.athleteId, column, rowId }, sealed);
}

/** The same for somebody who has read the athlete's key already. */
export function openWithKey(
  stored: WrappedKey | null,
  place: Place & { readonly column: SealedColumn },
  sealed: Uint8Array,
): string {
  const keys = stored === null ? [] : unwrapDataKeys(stored.wrappedKey, place.owner);
  return Buffer.from(open(sealed, (id) => among(keys, id), place)).toString();
}

/** As `sealForAthlete`, for what belongs to nobody yet (a vendor's message). */
export function sealForSystem(
  column: SystemSealedColumn,
  rowId: string,
  plain: Uint8Array,
): Uint8Array {
  return seal(plain, keyRing().current, { owner: "system", column, rowId });
}

/** Throws AppError "unavailable" when the server lacks the key, "internal" as above. */
export function openForSystem(
  column: SystemSealedColumn,
  rowId: string,
  sealed: Uint8Array,
): Uint8Array {
  return open(sealed, keyRing().keyOf, { owner: "system", column, rowId });
}

function among(keys: readonly SealingKey[], id: string): Uint8Array {
  const found = keys.find((key) => key.id === id);
  if (found) return found.key;
  throw new AppError(
    "not_found",
    "The key that sealed this access was erased, so it cannot be read. Connect the source again.",
  );
}
