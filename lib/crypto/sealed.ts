import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { AppError } from "@/lib/errors";

/** 256 bits and the name by which what it sealed refers to it (1-255 bytes). */
export type SealingKey = { readonly id: string; readonly key: Uint8Array };

/** What a sealed value is bound to: it opens nowhere else. */
export type Place = {
  /** "system" for what belongs to nobody. */
  readonly owner: string;
  /** table.column */
  readonly column: string;
  readonly rowId: string;
};

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = "aes-256-gcm";

/**
 * AES-256-GCM with a random nonce, bound to its place:
 * version (1 byte) | length of the key's id (1) | key's id | nonce (12) | ciphertext | tag (16).
 */
export function seal(plain: Uint8Array, { id, key }: SealingKey, place: Place): Uint8Array {
  const name = Buffer.from(id);
  const header = Buffer.concat([Buffer.of(VERSION, name.length), name]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(boundTo(header, place));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return new Uint8Array(Buffer.concat([header, nonce, text, cipher.getAuthTag()]));
}

/** The id of the key that sealed it. Throws AppError "internal" for what is no sealed value. */
export function sealedBy(sealed: Uint8Array): string {
  const [version, length = 0] = sealed;
  const isWhole = sealed.length >= 2 + length + NONCE_BYTES + TAG_BYTES;
  if (version !== VERSION || length === 0 || !isWhole) throw damaged();
  return Buffer.from(sealed.subarray(2, 2 + length)).toString();
}

/**
 * What was sealed. `keyOf` finds the key by its id and throws when there is none. Throws AppError
 * "internal" when a bit was changed, or when it was sealed for another place.
 */
export function open(
  sealed: Uint8Array,
  keyOf: (id: string) => Uint8Array,
  place: Place,
): Uint8Array {
  const key = keyOf(sealedBy(sealed));
  const headerEnd = 2 + (sealed[1] ?? 0);
  const textAt = headerEnd + NONCE_BYTES;
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, sealed.subarray(headerEnd, textAt), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(sealed.subarray(0, headerEnd), place));
  decipher.setAuthTag(sealed.subarray(tagAt));
  try {
    const text = Buffer.concat([decipher.update(sealed.subarray(textAt, tagAt)), decipher.final()]);
    return new Uint8Array(text);
  } catch {
    throw damaged();
  }
}

/** A list, so that no part can run into the next one. */
function boundTo(header: Uint8Array, { owner, column, rowId }: Place): Uint8Array {
  return Buffer.concat([header, Buffer.from(JSON.stringify([owner, column, rowId]))]);
}

function damaged(): AppError {
  return new AppError(
    "internal",
    "A stored secret is damaged or not in its place, so it is not used. Connect the source again.",
  );
}
