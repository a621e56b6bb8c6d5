import type { Fact } from "@/lib/training/insights/finding";
import type { FactsMemory } from "../facts-types";
import { cleanWords } from "../untrusted";
import type { FactsInput, FactsRemembered } from "./facts-input";
import { openEach } from "./open-part";

/** What is kept in mind, as far as a model may read it. */
export type OpenMemory = {
  readonly lines: readonly FactsMemory[];
  readonly facts: readonly Fact[];
  /** Ids of numbers that the athlete has taken out, or put in words of their own. */
  readonly gone: ReadonlySet<string>;
};

/**
 * Lines that were taken out are left out with their numbers. A line that was corrected has the
 * athlete's words in the place of its numbers, where they let their words be read; else it is
 * left out as well: the rules' numbers are wrong then.
 */
export function memoryFacts({ memory, mayReadNotes }: FactsInput): OpenMemory {
  const told = memory.filter(({ isHidden, words }) => !isHidden && words === null);
  const others = memory.filter((line) => !told.includes(line));
  const lines = told.map((line) => ({
    line,
    facts: openEach(line.facts).map(({ value }) => value),
  }));
  return {
    lines: [
      ...lines
        .filter(({ facts }) => facts.length > 0)
        .map(({ line: { id, title }, facts }) => ({
          ...{ id, title, words: null, factIds: facts.map((fact) => fact.id) },
        })),
      ...(mayReadNotes ? others.flatMap(inOwnWords) : []),
    ],
    facts: lines.flatMap(({ facts }) => facts),
    gone: new Set(others.flatMap(({ facts }) => facts.map(({ value }) => value.id))),
  };
}

function inOwnWords({ id, title, isHidden, words }: FactsRemembered): FactsMemory[] {
  if (isHidden || words === null) return [];
  return [{ id, title, words: cleanWords(words, "note"), factIds: [] }];
}
