import { createHash, timingSafeEqual } from "node:crypto";

/** Compares in a time that tells nothing of where they differ, nor of their lengths. */
export function sameSecret(given: string | null | undefined, expected: string): boolean {
  if (given == null) return false;
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
