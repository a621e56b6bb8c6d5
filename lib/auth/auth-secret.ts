import "server-only";
import path from "node:path";
import { env } from "@/lib/env";
import { privateFile } from "@/lib/files/private-file";
import { newSecret } from "@/lib/ids";

const holder = globalThis as { formlineAuthSecret?: string };

/**
 * The key that session cookies are encrypted with: FORMLINE_SECRET, else an owner-only
 * file in the data directory, made at first use. Changing it signs everybody out.
 */
export function authSecret(): string {
  holder.formlineAuthSecret ??= env().secret ?? secretFromFile(env().dataDir);
  return holder.formlineAuthSecret;
}

/** Reads `directory`/secret, making it when it is absent. */
export function secretFromFile(directory: string): string {
  const file = path.join(directory, "secret");
  const secret = privateFile(file, {
    what: "the key for session cookies",
    variable: "FORMLINE_SECRET",
    make: newSecret,
  });
  if (secret.length < 32)
    throw new Error(`${file} holds no usable key; remove it to make a new one.`);
  return secret;
}
