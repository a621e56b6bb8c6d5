/** Sentences of the rules' own texts: borne out by their detectors' tests, to be repeated as they are. */
import type { Fact } from "@/lib/training/insights/finding";
import type { Facts } from "../facts-types";
import type { Claim, Span } from "./claim-types";
import { isSizeOf, isUnitOf } from "./fits-value";
import { plainText } from "./plain-text";
import type { ReadText } from "./read-text";

const SENTENCE = /[^.!?…\n]*(?:[.!?…]+(?!\s|$)[^.!?…\n]*)*[.!?…]*/gu;

type RuleSentence = Span & { readonly factIds: readonly string[] };

/** Where the text repeats a sentence of a finding, word for word. */
export function ruleSentences(read: ReadText, findings: Facts["findings"]): RuleSentence[] {
  const known = new Map<string, readonly string[]>();
  for (const { title, text, action, factIds } of findings) {
    for (const words of [title, text, action]) {
      for (const sentence of sentencesOf(plainText(words))) known.set(sentence.words, factIds);
    }
  }
  return sentencesOf(read.plain).flatMap(({ start, end, words }) => {
    const factIds = known.get(words);
    return factIds ? [{ start, end, factIds }] : [];
  });
}

/** The numbers of such sentences, each with the evidence that has its value. */
export function ruleClaims(
  read: ReadText,
  sentences: readonly RuleSentence[],
  facts: readonly Fact[],
): Claim[] {
  return sentences.flatMap((sentence) => {
    const own = facts.filter(({ id }) => sentence.factIds.includes(id));
    const claimOf = ({ start, end }: Span, isOf: (fact: Fact) => boolean): Claim[] => {
      if (start < sentence.start || end > sentence.end) return [];
      const fact = own.find(isOf);
      return fact ? [{ start, end, factId: fact.id }] : [];
    };
    return [
      ...read.quantities.flatMap((one) =>
        claimOf(one, (fact) => isUnitOf(one, fact) && isSizeOf(one, fact)),
      ),
      // "120 days ago" is read as a day, and told as a number.
      ...read.days.flatMap((one) =>
        claimOf(one, ({ unit, value }) => unit === "days" && value === one.ago),
      ),
    ];
  });
}

function sentencesOf(text: string): (Span & { readonly words: string })[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ index, 0: whole }) => {
    const words = whole.trim().replace(/[.!?…]+$/u, "");
    if (words === "") return [];
    const start = index + whole.indexOf(whole.trim());
    return [{ start, end: start + whole.trim().length, words }];
  });
}
