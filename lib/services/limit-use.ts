import "server-only";
import { countUse } from "@/db/mutations/rate-limits";
import type { SystemContext } from "@/lib/auth/context";
import { AppError } from "@/lib/errors";

/**
 * Counts one use under `key` and throws "rate_limited" (details.retryAfterS) when there were
 * more than `limit.points` in the window.
 */
export async function limitUse(
  ctx: SystemContext,
  key: string,
  limit: { readonly points: number; readonly windowS: number },
): Promise<void> {
  const retryAfterS = await ctx.tx((tx) => countUse(tx, key, limit, ctx.now));
  if (retryAfterS === null) return;
  throw new AppError("rate_limited", `Too many requests. Wait ${retryAfterS} s and try again.`, {
    details: { retryAfterS },
  });
}
