import "server-only";
import type { Budget } from "@/lib/assistant/budget";
import type { SystemContext } from "@/lib/auth/context";
import { instanceBudget } from "./may-ask-model";

/** What all athletes together may still spend this month, for questions that are put together at once. */
export type Purse = {
  readonly budget: Budget;
  /** US dollars; false, and nothing is taken, where there is less. */
  take(usd: number): boolean;
};

export async function openPurse(ctx: Pick<SystemContext, "ports" | "now">): Promise<Purse> {
  const budget = await instanceBudget(ctx.ports.modelSpending, ctx.now);
  let leftUsd = budget.limitUsd - budget.spentUsd - budget.reservedUsd;
  return {
    budget,
    take: (usd) => {
      if (usd > leftUsd) return false;
      leftUsd -= usd;
      return true;
    },
  };
}
