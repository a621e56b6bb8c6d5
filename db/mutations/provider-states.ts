import { and, eq, lte, ne, sql } from "drizzle-orm";
import { providerStates } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";

type Provider = typeof providerStates.$inferSelect.provider;

/** No call before `retryAt`; of two that say so, the later one holds. */
export async function openBreaker(tx: SystemTx, provider: Provider, retryAt: Date): Promise<void> {
  const open = { breaker: "open" as const, retryAt, updatedAt: new Date() };
  await tx.db
    .insert(providerStates)
    .values({ provider, ...open })
    .onConflictDoUpdate({
      target: providerStates.provider,
      set: { ...open, retryAt: sql`greatest(${providerStates.retryAt}, excluded.retry_at)` },
    });
}

export async function closeBreaker(tx: SystemTx, provider: Provider): Promise<void> {
  await tx.db
    .update(providerStates)
    .set({ breaker: "closed", retryAt: null, updatedAt: new Date() })
    .where(eq(providerStates.provider, provider));
}

/** True for one caller once `retryAt` has come: then nobody else may try before `until`. */
export async function claimTrial(
  tx: SystemTx,
  provider: Provider,
  now: Date,
  until: Date,
): Promise<boolean> {
  const claimed = await tx.db
    .update(providerStates)
    .set({ breaker: "half_open", retryAt: until, updatedAt: new Date() })
    .where(
      and(
        eq(providerStates.provider, provider),
        ne(providerStates.breaker, "closed"),
        lte(providerStates.retryAt, now),
      ),
    )
    .returning({ provider: providerStates.provider });
  return claimed.length > 0;
}

export type StoredUsage = NonNullable<typeof providerStates.$inferSelect.budget>;

/** Keeps of each window what is newest: a later end, or more calls within the same. */
export async function noteUsage(
  tx: SystemTx,
  provider: Provider,
  usage: StoredUsage,
): Promise<void> {
  await tx.db.insert(providerStates).values({ provider }).onConflictDoNothing();
  const [row] = await tx.db
    .select({ budget: providerStates.budget })
    .from(providerStates)
    .where(eq(providerStates.provider, provider))
    .for("update");
  const budget = { ...row?.budget };
  for (const [name, said] of Object.entries(usage)) {
    const known = budget[name];
    if (!known || isNewer(said, known)) budget[name] = said;
  }
  await tx.db
    .update(providerStates)
    .set({ budget, updatedAt: new Date() })
    .where(eq(providerStates.provider, provider));
}

function isNewer(said: StoredUsage[string], known: StoredUsage[string]): boolean {
  const [at, before] = [Date.parse(said.resetsAt), Date.parse(known.resetsAt)];
  return at === before ? said.used >= known.used : at > before;
}
