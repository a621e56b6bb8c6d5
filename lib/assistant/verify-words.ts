/** An insight's title, text and action, read as one text: "it" in one part can be named in another. */
import type { Problem, Span, TextLocale, Verification } from "./claims/claim-types";
import type { Facts } from "./facts-types";
import { verifyClaims } from "./verify-claims";

const WORD_PARTS = ["title", "text", "action"] as const;
export type WordPart = (typeof WORD_PARTS)[number];
export type Words = Readonly<Record<WordPart, string>>;

export type VerifiedWords = {
  readonly ok: boolean;
  /** Places within each part. */
  readonly parts: Readonly<Record<WordPart, Verification>>;
};

/** @param about the finding that they are about */
export function verifyWords(
  words: Words,
  facts: Facts,
  locale: TextLocale = "en",
  about: string | null = null,
): VerifiedWords {
  const whole = WORD_PARTS.map((part) => words[part]).join("\n");
  const { ok, claims, problems } = verifyClaims(whole, facts, locale, about);
  const part = (name: WordPart) => {
    const before = WORD_PARTS.slice(0, WORD_PARTS.indexOf(name));
    const start = before.reduce((sum, one) => sum + words[one].length + 1, 0);
    const span = { start, end: start + words[name].length };
    const own = within<Problem>(problems, span);
    return { ok: own.length === 0, claims: within(claims, span), problems: own };
  };
  return { ok, parts: { title: part("title"), text: part("text"), action: part("action") } };
}

function within<T extends Span>(list: readonly T[], { start, end }: Span): T[] {
  return list
    .filter((one) => one.start >= start && one.end <= end)
    .map((one) => ({ ...one, start: one.start - start, end: one.end - start }));
}
