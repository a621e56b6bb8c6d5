import { eq, lte, sql } from "drizzle-orm";
import { rateLimits } from "@/db/schema";
import type { SystemTx } from "@/db/scope";

export type DelayPolicy = {
  /** Attempts before any wait. */
  readonly free: number;
  /** The first wait, doubled with each further attempt … */
  readonly baseS: number;
  /** … up to this, so that nobody is ever shut out for good. */
  readonly capS: number;
  /** Counters are forgotten this long after the last attempt. */
  readonly forgetS: number;
};

/**
 * Counts one attempt under `key`, before it is made: of many at once, only as many get
 * through as may. Null when it may be made; else the seconds to wait (and nothing counted).
 */
export async function countAttempt(
  tx: SystemTx,
  key: string,
  policy: DelayPolicy,
  now: Date,
): Promise<number | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const exponent = sql`least(${rateLimits.points} - ${policy.free}, 30)`;
  const waitS = sql`case when ${rateLimits.points} < ${policy.free} then 0
    else least(${policy.capS}, ${policy.baseS} * power(2, ${exponent})) end`;
  // `expire` is the last attempt plus `forgetS`.
  const freeAt = sql`${rateLimits.expire} - make_interval(secs => ${policy.forgetS} - (${waitS}))`;
  const counted = await tx.db
    .insert(rateLimits)
    .values({ key, points: 1, expire: secondsAfter(now, policy.forgetS) })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        points: sql`case when ${rateLimits.expire} <= ${at} then 1 else ${rateLimits.points} + 1 end`,
        expire: sql`excluded.expire`,
      },
      setWhere: sql`${rateLimits.expire} <= ${at} or ${freeAt} <= ${at}`,
    })
    .returning({ points: rateLimits.points });
  if (counted.length > 0) return null;
  const [row] = await tx.db
    .select({ freeAt: sql<string>`extract(epoch from ${freeAt})` })
    .from(rateLimits)
    .where(eq(rateLimits.key, key));
  return Math.max(1, Math.ceil(Number(row?.freeAt ?? 0) - now.getTime() / 1000));
}

/**
 * Counts one use under `key`; at most `points` in each window of `windowS`, which begins
 * with the first use. Null when it may happen, else the seconds until the window ends.
 */
export async function countUse(
  tx: SystemTx,
  key: string,
  limit: { readonly points: number; readonly windowS: number },
  now: Date,
): Promise<number | null> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const isOver = sql`${rateLimits.expire} <= ${at}`;
  const [row] = await tx.db
    .insert(rateLimits)
    .values({ key, points: 1, expire: secondsAfter(now, limit.windowS) })
    .onConflictDoUpdate({
      target: rateLimits.key,
      set: {
        points: sql`case when ${isOver} then 1 else ${rateLimits.points} + 1 end`,
        expire: sql`case when ${isOver} then excluded.expire else ${rateLimits.expire} end`,
      },
    })
    .returning({ points: rateLimits.points, expire: rateLimits.expire });
  if (!row?.expire || row.points <= limit.points) return null;
  return Math.max(1, Math.ceil((row.expire.getTime() - now.getTime()) / 1000));
}

/** Starts the counter of `key` anew. */
export async function forgetAttempts(tx: SystemTx, key: string): Promise<void> {
  await tx.db.delete(rateLimits).where(eq(rateLimits.key, key));
}

/** Starts every counter anew whose key begins with `prefix`. */
export async function forgetAttemptsUnder(tx: SystemTx, prefix: string): Promise<void> {
  await tx.db.delete(rateLimits).where(sql`starts_with(${rateLimits.key}, ${prefix})`);
}

/** Takes one attempt back: it turned out to be a good one. */
export async function uncountAttempt(tx: SystemTx, key: string): Promise<void> {
  await tx.db
    .update(rateLimits)
    .set({ points: sql`greatest(${rateLimits.points} - 1, 0)` })
    .where(eq(rateLimits.key, key));
}

/** Removes counters that no longer count; returns how many. */
export async function pruneRateLimits(tx: SystemTx, now: Date): Promise<number> {
  const gone = await tx.db
    .delete(rateLimits)
    .where(lte(rateLimits.expire, now))
    .returning({ key: rateLimits.key });
  return gone.length;
}

function secondsAfter(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
