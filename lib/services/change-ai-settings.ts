import "server-only";
import { saveAiSettings } from "@/db/mutations/ai-settings";
import { findAiSettings } from "@/db/queries/ai-settings";
import type { AthleteContext } from "@/lib/auth/context";
import type { AiSettingsInput } from "@/lib/schemas/ai-settings";

/** Keeps what the athlete agrees to, each with the moment in which they did; no is no at once. */
export async function changeAiSettings(
  ctx: AthleteContext,
  { isOn, mayReadNotes, budgetUsd }: AiSettingsInput,
): Promise<void> {
  await ctx.tx(async (tx) => {
    const { consentedAt, notesConsentedAt } = await findAiSettings(tx);
    const change = {
      consentedAt: isOn ? (consentedAt ?? ctx.now) : null,
      notesConsentedAt: isOn && mayReadNotes ? (notesConsentedAt ?? ctx.now) : null,
      monthlyBudgetUsd: budgetUsd,
    };
    await saveAiSettings(tx, change, ctx.now);
  });
}
