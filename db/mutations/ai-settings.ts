import { aiSettings } from "@/db/schema/assistant";
import type { AthleteTx } from "@/db/scope";

export type AiSettingsChange = Partial<
  Pick<typeof aiSettings.$inferInsert, "consentedAt" | "notesConsentedAt" | "monthlyBudgetUsd">
>;

/** Changes what is named and leaves the rest. */
export async function saveAiSettings(
  tx: AthleteTx,
  change: AiSettingsChange,
  now: Date,
): Promise<void> {
  const changed = { ...change, updatedAt: now };
  await tx.db
    .insert(aiSettings)
    .values({ athleteId: tx.athleteId, ...changed })
    .onConflictDoUpdate({ target: aiSettings.athleteId, set: changed });
}
