import { createHash, randomBytes } from "node:crypto";
import { type KeyRing, keyRing } from "./key-ring";
import { open, type SealingKey, seal } from "./sealed";

const KEY_BYTES = 32;

/** An athlete's keys: the one that seals, and the one before while its last values are re-sealed. */
export type DataKeys = readonly [SealingKey, ...SealingKey[]];

export function newDataKey(): SealingKey {
  return dataKey(randomBytes(KEY_BYTES));
}

/** For storing: sealed with the ring's current key, bound to the athlete. */
export function wrapDataKeys(
  keys: DataKeys,
  athleteId: string,
  ring: KeyRing = keyRing(),
): { wrappedKey: Uint8Array; ringKeyId: string } {
  const plain = Buffer.concat(keys.map(({ key }) => key));
  const wrappedKey = seal(plain, ring.current, placeOf(athleteId));
  return { wrappedKey, ringKeyId: ring.current.id };
}

/** Throws AppError "unavailable" when the ring lacks the key, "internal" for another's or a changed one. */
export function unwrapDataKeys(
  wrapped: Uint8Array,
  athleteId: string,
  ring: KeyRing = keyRing(),
): DataKeys {
  const plain = open(wrapped, ring.keyOf, placeOf(athleteId));
  const rest: SealingKey[] = [];
  for (let at = KEY_BYTES; at < plain.length; at += KEY_BYTES) {
    rest.push(dataKey(plain.subarray(at, at + KEY_BYTES)));
  }
  return [dataKey(plain.subarray(0, KEY_BYTES)), ...rest];
}

function placeOf(athleteId: string) {
  return { owner: athleteId, column: "athlete_keys.wrapped_key", rowId: athleteId };
}

/** Known by a part of its hash, so that a value tells which key it needs without a number to keep. */
function dataKey(key: Uint8Array): SealingKey {
  const id = createHash("sha256").update("data key").update(key).digest("base64url").slice(0, 12);
  return { id, key: new Uint8Array(key) };
}
