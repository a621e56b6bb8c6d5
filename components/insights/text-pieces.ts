import type { CitedFact } from "@/lib/assistant/cited";
import type { Claim } from "@/lib/assistant/claims/claim-types";

/** A piece of a text, with the fact that bears it out where it is a claim. */
export type TextPiece = { readonly text: string; readonly fact: CitedFact | null };

/** The text in pieces, in order and whole. A claim without a known fact is plain text. */
export function textPieces(
  text: string,
  claims: readonly Claim[],
  facts: readonly CitedFact[],
): TextPiece[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end, factId } of [...claims].sort((a, b) => a.start - b.start)) {
    const fact = byId.get(factId);
    // Claims may overlap: a day within a number's words. The first of them counts.
    if (!fact || start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), fact: null });
    pieces.push({ text: text.slice(start, end), fact });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), fact: null });
  return pieces;
}
