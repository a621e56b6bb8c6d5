import "server-only";
import { getDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { instanceModelCost } from "@/db/queries/model-calls";
import type { Env } from "@/lib/env/configuration";
import { anthropicModel } from "@/lib/integrations/anthropic/anthropic-model";
import type { FormerModel, LanguageModel } from "@/lib/integrations/language-model";
import { modelLine } from "@/lib/integrations/policy/model-line";
import type { ModelSpending, ModelState } from "@/lib/integrations/ports";
import { countExternalCall } from "@/lib/metrics/count";
import { providerStateStore } from "./provider-state-store";

/** The model that the operator lets be asked; null when there is none. */
export function configuredModel({ ai }: Pick<Env, "ai">): LanguageModel | null {
  return ai.anthropic && modelOf(ai.anthropic);
}

/** What is left of a model that was switched off; null where none was. */
export function formerModel({ ai }: Pick<Env, "ai">): FormerModel | null {
  return ai.former && modelOf(ai.former);
}

function modelOf(account: { readonly apiKey: string; readonly baseUrl: string }): LanguageModel {
  const line = modelLine(providerStateStore, { onCall: countExternalCall });
  return anthropicModel({ ...account, call: (work) => line.run(work) });
}

/** What the database knows of it: the same for all processes. */
export function modelSpending({ ai }: Pick<Env, "ai">): ModelSpending {
  return {
    limitUsd: ai.budgetUsd,
    cost: (since) => lookUpAsSystem(getDatabase())((tx) => instanceModelCost(tx, since)),
  };
}

export const modelState: ModelState = {
  pausedUntil: async () => (await providerStateStore.breaker("anthropic")).retryAt,
};
