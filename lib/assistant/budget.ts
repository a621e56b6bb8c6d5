import { costUsd, type ModelId, NO_USAGE } from "./models";
import { ASSISTANT_SETTINGS } from "./settings";

/** US dollars: charged, and held back for questions that have no answer yet. */
export type ModelCost = { readonly spentUsd: number; readonly reservedUsd: number };

/** The same in the month, and what is allowed in it. */
export type Budget = ModelCost & { readonly limitUsd: number };

const CHEAPEST: ModelId = ASSISTANT_SETTINGS.features.weekly.model;

/**
 * The model that may be asked: the wanted one, from 70 % of either budget on only the cheapest,
 * and none (null) when one of them is used up. A limit of 0 is used up from the start.
 */
export function affordableModel(
  wanted: ModelId,
  { athlete, instance }: { readonly athlete: Budget; readonly instance: Budget },
): ModelId | null {
  const share = Math.max(usedShare(athlete), usedShare(instance));
  if (share >= 1) return null;
  return share >= ASSISTANT_SETTINGS.budget.cheapFromShare ? CHEAPEST : wanted;
}

function usedShare({ spentUsd, reservedUsd, limitUsd }: Budget): number {
  return limitUsd > 0 ? (spentUsd + reservedUsd) / limitUsd : 1;
}

/** Fewer than in English prose: tables of numbers have shorter tokens. */
const SIGNS_PER_TOKEN = 2.5;

/**
 * US dollars that a question may come to: none of its prompt is in the provider's cache, and the
 * answer is as long as it may be. Held back for it until it has ended.
 */
export function mostCostUsd(
  model: ModelId,
  { promptSigns, mostTokens }: { readonly promptSigns: number; readonly mostTokens: number },
  on: Parameters<typeof costUsd>[2],
): number {
  const cacheWrite1hTokens = Math.ceil(promptSigns / SIGNS_PER_TOKEN);
  return costUsd(model, { ...NO_USAGE, cacheWrite1hTokens, outputTokens: mostTokens }, on);
}

/**
 * How many times the mean of the seven days before a day has cost; null when that is fewer than
 * the times to tell of, or nothing is known to hold it against.
 */
export function unusualSpending(todayUsd: number, sevenDaysUsd: number): number | null {
  const mean = sevenDaysUsd / 7;
  if (mean <= 0) return null;
  const times = todayUsd / mean;
  return times >= ASSISTANT_SETTINGS.alertAtTimesMean ? times : null;
}
