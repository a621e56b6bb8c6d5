import "server-only";
import { type AiSettings, findAiSettings } from "@/db/queries/ai-settings";
import {
  athleteModelCost,
  type FeatureUsage,
  lastModelCalls,
  type ModelCallItem,
  modelUsageByFeature,
} from "@/db/queries/model-calls";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import type { AthleteContext } from "@/lib/auth/context";
import { startOfMonth } from "./may-ask-model";

export type ShownAiSettings = AiSettings & {
  /** False where the operator lets no model be asked. */
  readonly isOffered: boolean;
  readonly budgetUsd: number;
  /** In this month. */
  readonly spentUsd: number;
  readonly usage: readonly FeatureUsage[];
  readonly calls: readonly ModelCallItem[];
  /** Everybody's budget of this month, which the operator sets. */
  readonly isServerUsedUp: boolean;
};

const MOST_CALLS = 20;

export async function showAiSettings(ctx: AthleteContext): Promise<ShownAiSettings> {
  const since = startOfMonth(ctx.now);
  const { languageModel, modelSpending } = ctx.ports;
  const isOffered = languageModel !== null;
  const isServerUsedUp =
    isOffered && (await modelSpending.cost(since)).spentUsd >= modelSpending.limitUsd;
  return ctx.tx(async (tx) => {
    const settings = await findAiSettings(tx);
    return {
      ...settings,
      isOffered,
      isServerUsedUp,
      budgetUsd: settings.monthlyBudgetUsd ?? ASSISTANT_SETTINGS.budget.athleteUsd,
      spentUsd: (await athleteModelCost(tx, since)).spentUsd,
      usage: await modelUsageByFeature(tx, since),
      calls: await lastModelCalls(tx, MOST_CALLS),
    };
  });
}
