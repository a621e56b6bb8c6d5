import type { Span } from "./claim-types";

/** A piece of a sentence that says one thing, and where its sentence stands. */
export type Clause = Span & { readonly sentence: number };

/** A point or comma within a number ends nothing. */
const SENTENCE_END = /[.!?…]+(?=\s|$)|\n+/gu;
const CLAUSE_END =
  /[,;:)—](?!\d)|\(|\s[–-]\s|(?<!\p{L})(?:and|but|while|whereas|because|so|though|although|against|compared|versus|vs|than|which|with|und|aber|et|mais|gegen|contre)(?!\p{L})/gu;

/** The clauses of a text in order; together they cover it. */
export function clausesOf(text: string): Clause[] {
  return pieces(text, 0, SENTENCE_END).flatMap((sentence, i) =>
    pieces(text.slice(sentence.start, sentence.end), sentence.start, CLAUSE_END).map((clause) => ({
      ...clause,
      sentence: i,
    })),
  );
}

/** A separator opens the piece after it, so that "against" is read with what it compares. */
function pieces(text: string, offset: number, separator: RegExp): Span[] {
  const starts = [0, ...[...text.matchAll(separator)].map(({ index }) => index)];
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? text.length;
    return end > start ? [{ start: start + offset, end: end + offset }] : [];
  });
}

export function clauseAt(clauses: readonly Clause[], place: Span): Clause | null {
  return clauses.find(({ start, end }) => place.start >= start && place.start < end) ?? null;
}
