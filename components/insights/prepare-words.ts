import type { BestWords } from "@/lib/assistant/best-words";
import type { LocalDate } from "@/lib/dates/local-date";
import type { UnitSystem } from "@/lib/units/unit-system";
import { type LinkedWords, linkedWords } from "./linked-words";

/** A briefing or a debrief as it is shown, with where each of its numbers comes from. */
export type WordsView = Pick<BestWords, "id" | "feedback" | "title" | "writtenBy" | "formula"> & {
  readonly pieces: LinkedWords;
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
  const { id, feedback, title, writtenBy, formula } = words;
  return {
    ...{ id, feedback, title, writtenBy, formula },
    pieces: linkedWords({ ...words, toDay: day }, units),
    canAsk: mayAskModel && writtenBy === "rules",
  };
}
