import type { UnitSystem } from "@/lib/units/unit-system";
import { type Linked, linkClaims } from "./link-claims";
import { type ShownPiece, shownPieces } from "./shown-pieces";

export type LinkedWords = Readonly<Record<"title" | "text" | "action", readonly ShownPiece[]>>;

/** An insight's words in pieces: every number with where it comes from. */
export function linkedWords(insight: Linked, units: UnitSystem): LinkedWords {
  const { claims, facts } = linkClaims(insight);
  const of = (part: keyof LinkedWords) =>
    shownPieces({ text: insight[part], claims: claims[part], facts, units });
  return { title: of("title"), text: of("text"), action: of("action") };
}
