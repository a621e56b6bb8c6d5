import { createHash, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";

type HeaderBag = { get(name: string): string | null };

/** Whether the request carries the operator's token for metrics; never when there is none. */
export function hasMetricsToken(headers: HeaderBag): boolean {
  const { metricsToken } = env();
  const [scheme = "", given = ""] = (headers.get("authorization") ?? "").split(" ");
  if (metricsToken === null || scheme.toLowerCase() !== "bearer") return false;
  // Hashes are of one length, so that the comparison tells nothing about the token's.
  return timingSafeEqual(digest(given), digest(metricsToken));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
