import type { BestWords } from "@/lib/assistant/best-words";
import type { LocalDate } from "@/lib/dates/local-date";
import type { UnitSystem } from "@/lib/units/unit-system";
import { linkClaims } from "./link-claims";
import { type ShownPiece, shownPieces } from "./shown-pieces";

/** A briefing or a debrief as it is shown, with where each of its numbers comes from. */
export type WordsView = Pick<
  BestWords,
  "id" | "feedback" | "title" | "action" | "writtenBy" | "formula"
> & {
  readonly pieces: readonly ShownPiece[];
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
    ...{ id, feedback, title, action, writtenBy, formula },
    pieces: shownPieces({
      ...{ text, units, facts: evidence },
      claims: linkClaims({ ...words, toDay: day }),
    }),
    canAsk: mayAskModel && writtenBy === "rules",
  };
}
