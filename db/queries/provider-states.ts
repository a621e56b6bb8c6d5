import { eq } from "drizzle-orm";
import { providerStates } from "@/db/schema/connections";
import type { SystemTx } from "@/db/scope";

export type ProviderState = Pick<
  typeof providerStates.$inferSelect,
  "breaker" | "retryAt" | "budget"
>;

/** What holds for a vendor in all processes; closed and without a budget until something is known. */
export async function providerState(
  tx: SystemTx,
  provider: typeof providerStates.$inferSelect.provider,
): Promise<ProviderState> {
  const [row] = await tx.db
    .select({
      breaker: providerStates.breaker,
      retryAt: providerStates.retryAt,
      budget: providerStates.budget,
    })
    .from(providerStates)
    .where(eq(providerStates.provider, provider));
  return row ?? { breaker: "closed", retryAt: null, budget: null };
}
