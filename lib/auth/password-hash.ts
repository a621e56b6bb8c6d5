import "server-only";
import { createHmac } from "node:crypto";
import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { env } from "@/lib/env";
import { semaphore } from "./semaphore";

/** Argon2id, RFC 9106: 64 MiB, three passes; some 80 ms. */
const PARAMETERS = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 64 * 1024,
  timeCost: 3,
  parallelism: 1,
} as const;
const CURRENT = `$argon2id$v=19$m=${PARAMETERS.memoryCost},t=${PARAMETERS.timeCost},p=${PARAMETERS.parallelism}$`;
/** In front of a hash whose password went through the pepper first. */
const PEPPERED = "hmac-sha256:";

// Four at a time hold 256 MiB: the most that a flood of sign-ins may take.
const hashing = semaphore(4, 100);

export type PasswordCheck = {
  readonly isCorrect: boolean;
  /** The stored hash has other parameters than new ones get. */
  readonly needsRehash: boolean;
};

/** A hash to store. The password is taken exactly as it was typed. */
export async function hashPassword(password: string): Promise<string> {
  const { pepper } = env();
  const hashed = await hashing(() => hash(material(password, pepper), PARAMETERS));
  return pepper === null ? hashed : PEPPERED + hashed;
}

/**
 * Compares a password with a stored hash. With null (no such account, or none with a
 * password) the same work is done and the answer is no.
 */
export async function verifyPassword(
  password: string,
  stored: string | null,
): Promise<PasswordCheck> {
  const { pepper } = env();
  const decoy = await dummyHash();
  const compared = stored ?? decoy;
  const isPeppered = compared.startsWith(PEPPERED);
  const encoded = isPeppered ? compared.slice(PEPPERED.length) : compared;
  const matches = await hashing(() =>
    verify(encoded, material(password, isPeppered ? pepper : null)),
  );
  return {
    isCorrect: matches && stored !== null,
    needsRehash: !encoded.startsWith(CURRENT) || isPeppered !== (pepper !== null),
  };
}

/** A text in both cases: the library's `verify` takes no other bytes than UTF-8. */
function material(password: string, pepper: string | null): string {
  if (pepper === null) return password;
  return createHmac("sha256", pepper).update(password).digest("base64url");
}

let dummy: Promise<string> | undefined;

/** Of a password that nobody has; made once, with the parameters that real ones have. */
function dummyHash(): Promise<string> {
  dummy ??= hashPassword(crypto.randomUUID());
  return dummy;
}
