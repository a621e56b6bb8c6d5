import { eq } from "drizzle-orm";
import { aiSettings } from "@/db/schema/assistant";
import type { AthleteTx } from "@/db/scope";

export type AiSettings = Pick<
  typeof aiSettings.$inferSelect,
  "consentedAt" | "notesConsentedAt" | "monthlyBudgetUsd"
>;

/** What the athlete lets the language model do; nothing until they have said so. */
export async function findAiSettings(tx: AthleteTx): Promise<AiSettings> {
  const { consentedAt, notesConsentedAt, monthlyBudgetUsd } = aiSettings;
  const [row] = await tx.db
    .select({ consentedAt, notesConsentedAt, monthlyBudgetUsd })
    .from(aiSettings)
    .where(eq(aiSettings.athleteId, tx.athleteId));
  return row ?? { consentedAt: null, notesConsentedAt: null, monthlyBudgetUsd: null };
}
