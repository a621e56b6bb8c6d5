import type { BestWords } from "@/lib/assistant/best-words";
import type { Claim } from "@/lib/assistant/claims/claim-types";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import type { UnitSystem } from "@/lib/units/unit-system";
import { linkClaims } from "./link-claims";

/** A briefing or a debrief as it is shown, with where each of its numbers comes from. */
export type WordsView = Pick<
  BestWords,
  "id" | "feedback" | "title" | "text" | "action" | "writtenBy" | "formula"
> & {
  readonly claims: readonly Claim[];
  readonly facts: readonly Fact[];
  readonly units: UnitSystem;
  /** Whether a model can be asked for better words. */
  readonly canAsk: boolean;
};

export function prepareWords(
  words: BestWords,
  {
    day,
    units,
    mayAskModel,
  }: {
    readonly day: LocalDate;
    readonly units: UnitSystem;
    readonly mayAskModel: boolean;
  },
): WordsView {
  const { id, feedback, title, text, action, writtenBy, formula, evidence } = words;
  return {
    ...{ id, feedback, title, text, action, writtenBy, formula, units },
    claims: linkClaims({ ...words, toDay: day }),
    facts: evidence.map(({ id: factId, label, value, unit, fromDay, toDay }) => ({
      ...{ id: factId, label, value, unit, fromDay, toDay },
    })),
    canAsk: mayAskModel && writtenBy === "rules",
  };
}
