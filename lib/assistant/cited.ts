/** What a model's words have been held against, kept with them so that each number leads to it. */
import type { Fact } from "@/lib/training/insights/finding";
import type { Claim } from "./claims/claim-types";
import { wordNumerals } from "./claims/number-words";
import { plainText } from "./claims/plain-text";
import type { VerifiedWords, WordPart, Words } from "./verify-words";

export type Cited = {
  /** Each once; also such as are none of the finding's own evidence. */
  readonly facts: readonly Fact[];
  /** Which of them each number is, in the order of the words. */
  readonly claims: Readonly<Record<WordPart, readonly Claim[]>>;
};

/** The facts that the numbers of accepted words are, with their places. */
export function citedBy(
  words: Words,
  { parts }: Pick<VerifiedWords, "parts">,
  facts: readonly Fact[],
): Cited {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const of = (part: WordPart) =>
    parts[part].claims.filter(
      ({ factId, start, end }) => byId.has(factId) && isNumber(words[part].slice(start, end)),
    );
  const claims = { title: of("title"), text: of("text"), action: of("action") };
  const ids = new Set(Object.values(claims).flatMap((own) => own.map(({ factId }) => factId)));
  return { facts: facts.filter(({ id }) => ids.has(id)), claims };
}

/** "Below" is borne out as well, but is no number to ask about. */
function isNumber(words: string): boolean {
  return /\d/.test(words) || wordNumerals(plainText(words), "en").length > 0;
}
