import type { Route } from "next";
import type { CitedFact } from "@/lib/assistant/cited";
import type { Claim } from "@/lib/assistant/claims/claim-types";
import { showFact } from "@/lib/assistant/show-fact";
import { formatDay } from "@/lib/dates/format-day";
import type { Fact } from "@/lib/training/insights/finding";
import type { UnitSystem } from "@/lib/units/unit-system";
import { factHref } from "./fact-href";
import { originWords } from "./origin-words";
import { textPieces } from "./text-pieces";

/** A piece of a text, with what its fact says of it, ready to be shown. */
export type ShownPiece = {
  readonly text: string;
  readonly fact: {
    readonly label: string;
    readonly value: string;
    readonly days: string;
    /** "From Garmin"; null where it is not known. */
    readonly origin: string | null;
    readonly link: { readonly href: Route; readonly label: string } | null;
  } | null;
};

type Verified = {
  readonly text: string;
  readonly claims: readonly Claim[];
  readonly facts: readonly CitedFact[];
  readonly units: UnitSystem;
};

/** Made on the server: a browser need not know of units and facts to show them. */
export function shownPieces({ text, claims, facts, units }: Verified): ShownPiece[] {
  return textPieces(text, claims, facts).map(({ text: words, fact }) => ({
    text: words,
    fact: fact && {
      label: fact.label,
      value: showFact(fact, units),
      days: daysOf(fact),
      origin: originWords(fact.origin),
      link: factHref(fact),
    },
  }));
}

function daysOf({ fromDay, toDay }: Fact): string {
  if (fromDay === toDay) return formatDay(toDay, "compact");
  return `${formatDay(fromDay, "compact")} to ${formatDay(toDay, "compact")}`;
}
