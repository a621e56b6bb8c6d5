import "server-only";
import { findAiSettings } from "@/db/queries/ai-settings";
import { athleteModelCost } from "@/db/queries/model-calls";
import { affordableModel, type Budget } from "@/lib/assistant/budget";
import type { ModelId } from "@/lib/assistant/models";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import { env } from "@/lib/env";
import type { LanguageModel } from "@/lib/integrations/language-model";
import type { ModelSpending } from "@/lib/integrations/ports";

/** Why the model is not asked at all. */
export type NotAsked = "off" | "no_key" | "no_consent" | "over_budget";

export type MayAsk =
  | { readonly may: true; readonly languageModel: LanguageModel; readonly model: ModelId }
  | { readonly may: false; readonly because: NotAsked };

/**
 * Whether the athlete, the operator and both budgets let a model be asked, and which. Who asks
 * for many looks everybody's budget up once, and hands it on.
 */
export async function mayAskModel(
  ctx: AthleteContext,
  wanted: ModelId,
  everybodys?: Budget,
): Promise<MayAsk> {
  const { languageModel, modelSpending } = ctx.ports;
  if (languageModel === null) {
    return { may: false, because: env().ai.isOff ? "off" : "no_key" };
  }
  const since = startOfMonth(ctx.now);
  const { settings, cost } = await ctx.tx(async (tx) => ({
    settings: await findAiSettings(tx),
    cost: await athleteModelCost(tx, since),
  }));
  if (settings.consentedAt === null) return { may: false, because: "no_consent" };
  const limitUsd = settings.monthlyBudgetUsd ?? ASSISTANT_SETTINGS.budget.athleteUsd;
  const instance = everybodys ?? (await instanceBudget(modelSpending, ctx.now));
  const model = affordableModel(wanted, { athlete: { ...cost, limitUsd }, instance });
  if (model === null) return { may: false, because: "over_budget" };
  return { may: true, languageModel, model };
}

/** Of all athletes together, in this month. */
export async function instanceBudget(
  { cost, limitUsd }: ModelSpending,
  now: Date,
): Promise<Budget> {
  return { ...(await cost(startOfMonth(now))), limitUsd };
}

/** Of the calendar month in UTC: budgets of all athletes begin anew together. */
export function startOfMonth(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));
}
