/** What a model's words have been held against, kept with them so that each number leads to it. */
import type { Fact } from "@/lib/training/insights/finding";
import type { Claim } from "./claims/claim-types";
import { wordNumerals } from "./claims/number-words";
import { plainText } from "./claims/plain-text";
import { originIn } from "./facts/fact-origins";
import type { Facts } from "./facts-types";
import type { VerifiedWords, WordPart, Words } from "./verify-words";

/** With where it is from; absent for what was kept before that was known. */
export type CitedFact = Fact & { readonly origin?: string };

export type Cited = {
  /** Each once; also such as are none of the finding's own evidence. */
  readonly facts: readonly CitedFact[];
  /** Which of them each number is, in the order of the words. */
  readonly claims: Readonly<Record<WordPart, readonly Claim[]>>;
};

/** The facts that the numbers of accepted words are, with their places. */
export function citedBy(
  words: Words,
  { parts }: Pick<VerifiedWords, "parts">,
  { facts, origins }: Pick<Facts, "facts" | "origins">,
): Cited {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const of = (part: WordPart) =>
    parts[part].claims.filter(
      ({ factId, start, end }) => byId.has(factId) && isNumber(words[part].slice(start, end)),
    );
  const claims = { title: of("title"), text: of("text"), action: of("action") };
  const ids = new Set(Object.values(claims).flatMap((own) => own.map(({ factId }) => factId)));
  const cited = facts.filter(({ id }) => ids.has(id));
  const withOrigin = (fact: Fact): CitedFact => {
    const origin = originIn(origins, fact.id);
    return origin === undefined ? fact : { ...fact, origin };
  };
  return { facts: cited.map(withOrigin), claims };
}

/** "Below" is borne out as well, but is no number to ask about. */
function isNumber(words: string): boolean {
  return /\d/.test(words) || wordNumerals(plainText(words), "en").length > 0;
}
