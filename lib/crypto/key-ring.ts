import "server-only";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { privateFile } from "@/lib/files/private-file";
import { parseRingKeys } from "./parse-ring-keys";
import type { SealingKey } from "./sealed";

/** The keys of this server that the athletes' own keys are wrapped with. */
export type KeyRing = {
  /** Seals from now on. */
  readonly current: SealingKey;
  /** Throws AppError "unavailable" for a key that is not in the ring. */
  keyOf(id: string): Uint8Array;
};

const holder = globalThis as { formlineKeyRing?: KeyRing };

/**
 * FORMLINE_KEYS, else, without a production database, an owner-only file in the data directory.
 * Throws AppError "unavailable" when there is none: nothing is stored unsealed.
 */
export function keyRing(): KeyRing {
  holder.formlineKeyRing ??= createKeyRing(configuredKeys());
  return holder.formlineKeyRing;
}

/** The first key is the current one. */
export function createKeyRing(keys: readonly SealingKey[]): KeyRing {
  const [current] = keys;
  if (!current) throw withoutKeys();
  const byId = new Map(keys.map(({ id, key }) => [id, key]));
  return {
    current,
    keyOf: (id) => {
      const key = byId.get(id);
      if (key) return key;
      throw new AppError(
        "unavailable",
        `The key "${id}" is missing on this server, so what it sealed cannot be read. The operator has to put it back into FORMLINE_KEYS.`,
      );
    },
  };
}

/** A key as FORMLINE_KEYS takes it, with the day as its name. */
export function newRingKey(now: Date): string {
  const id = `k${now.toISOString().slice(0, 10).replaceAll("-", "")}`;
  return `${id}-${randomBytes(2).toString("hex")}:${randomBytes(32).toString("base64")}`;
}

/** Reads `directory`/keys, making it when it is absent. */
export function keysFromFile(directory: string): readonly SealingKey[] {
  const file = path.join(directory, "keys");
  const text = privateFile(file, {
    what: "the key that seals tokens of connections",
    variable: "FORMLINE_KEYS",
    make: () => newRingKey(new Date()),
  });
  const parsed = parseRingKeys(text);
  if (typeof parsed === "string") throw new Error(`${file} holds no usable keys: ${parsed}.`);
  return parsed;
}

function configuredKeys(): readonly SealingKey[] {
  const { keys, databaseUrl, isProduction, dataDir } = env();
  if (keys !== null) return keys;
  if (databaseUrl !== null && isProduction) throw withoutKeys();
  return keysFromFile(dataDir);
}

function withoutKeys(): AppError {
  return new AppError(
    "unavailable",
    "This server has no key to seal tokens with, so nothing can be connected. The operator has to set FORMLINE_KEYS; `formline keys new` makes one.",
  );
}
