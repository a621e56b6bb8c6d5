import "server-only";
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { env } from "@/lib/env";
import { newSecret } from "@/lib/ids";
import { logger } from "@/lib/logger";

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
  if (!existsSync(file)) makeSecretFile(directory, file);
  if ((statSync(file).mode & 0o077) !== 0) {
    chmodSync(file, 0o600);
    logger().warn(
      { path: file },
      "the key for session cookies was readable by others; made it private",
    );
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length < 32)
    throw new Error(`${file} holds no usable key; remove it to make a new one.`);
  return secret;
}

/** Of two processes that start at once, one makes the file, whole, and both read it. */
function makeSecretFile(directory: string, file: string): void {
  mkdirSync(directory, { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, newSecret(), { mode: 0o600 });
  try {
    linkSync(draft, file);
    logger().info(
      { path: file },
      "made a key for session cookies; set FORMLINE_SECRET to use your own",
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
}
