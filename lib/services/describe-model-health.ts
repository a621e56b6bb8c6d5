import type { ModelCallItem } from "@/db/queries/model-calls";
import type { ProviderState } from "@/db/queries/provider-states";
import { ASSISTANT_SETTINGS } from "@/lib/assistant/settings";
import { describeTextQuality, type TextQuality } from "@/lib/assistant/text-quality";

export type ModelHealth = Pick<ProviderState, "breaker" | "retryAt"> & {
  /** Of the last 24 hours. */
  readonly asked: number;
  readonly failed: number;
  /** The newest of those that failed; null when none did. */
  readonly lastFailure: ModelCallItem["outcome"] | null;
  /** How many times the mean of the week before today has cost, where that is a lot. */
  readonly timesUsualCost: number | null;
  /** This month's budget of all athletes together is spent. */
  readonly isUsedUp: boolean;
  /** Of what it wrote, by kind, model and version of the prompt. */
  readonly quality: readonly TextQuality[];
};

const KEY_REFUSED = "The language model refuses this server's key (ANTHROPIC_API_KEY)";
const SHUT: Partial<Record<ModelCallItem["outcome"], string>> = {
  signed_out: KEY_REFUSED,
  forbidden: KEY_REFUSED,
  unpaid: "The language model's account is not paid",
};

/** A sentence for each thing about the language model that somebody should look at. */
export function describeModelHealth(model: ModelHealth): string[] {
  const { breaker, asked, failed, lastFailure, timesUsualCost, isUsedUp } = model;
  const problems: string[] = [];
  if (breaker !== "closed") {
    const why = (lastFailure && SHUT[lastFailure]) ?? "The language model does not answer";
    problems.push(`${why}: rules write for now.`);
  } else if (asked >= ASSISTANT_SETTINGS.quality.leastAsked && failed * 2 >= asked) {
    problems.push(
      `The language model gave nothing of use to ${failed} of ${asked} questions in 24 h: rules wrote instead.`,
    );
  }
  if (isUsedUp) {
    problems.push(
      "This month's budget for the language model (FORMLINE_AI_BUDGET) is used up: rules write until the month is over.",
    );
  }
  if (timesUsualCost) {
    problems.push(
      `The language model costs ${timesUsualCost.toFixed(1)} times as much today as on a day of last week.`,
    );
  }
  return [...problems, ...describeTextQuality(model.quality)];
}
