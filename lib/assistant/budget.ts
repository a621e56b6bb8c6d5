import type { ModelId } from "./models";
import { ASSISTANT_SETTINGS } from "./settings";

/** US dollars spent and allowed in the month. */
export type Budget = { readonly spentUsd: number; readonly limitUsd: number };

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

function usedShare({ spentUsd, limitUsd }: Budget): number {
  return limitUsd > 0 ? spentUsd / limitUsd : 1;
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
