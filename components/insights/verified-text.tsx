"use client";

import Link from "next/link";
import { useId, useState } from "react";
import type { Claim } from "@/lib/assistant/claims/claim-types";
import { showFact } from "@/lib/assistant/show-fact";
import { formatDay } from "@/lib/dates/format-day";
import type { Fact } from "@/lib/training/insights/finding";
import type { UnitSystem } from "@/lib/units/unit-system";
import { factHref } from "./fact-href";
import { textPieces } from "./text-pieces";

type Props = {
  text: string;
  claims: readonly Claim[];
  facts: readonly Fact[];
  units: UnitSystem;
};

/** A text whose numbers can be asked where they come from: each opens its fact below. */
export function VerifiedText({ text, claims, facts, units }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const id = useId();
  const pieces = textPieces(text, claims, facts);
  const shown = open === null ? null : (pieces[open]?.fact ?? null);
  return (
    <div className="flex flex-col gap-2">
      <p>
        {pieces.map(({ text: words, fact }, i) =>
          fact === null ? (
            words
          ) : (
            <button
              // The pieces of one text never change places.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={i}
              type="button"
              aria-expanded={open === i}
              aria-controls={id}
              onClick={() => setOpen(open === i ? null : i)}
              className="cursor-pointer rounded-sm underline decoration-dotted underline-offset-4 hover:decoration-solid aria-expanded:bg-accent-soft aria-expanded:decoration-solid"
            >
              {words}
            </button>
          ),
        )}
      </p>
      <div id={id} aria-live="polite">
        {shown ? <FactLine fact={shown} units={units} /> : null}
      </div>
    </div>
  );
}

function FactLine({ fact, units }: { fact: Fact; units: UnitSystem }) {
  const link = factHref(fact);
  return (
    <p className="rounded-control bg-sunken px-3 py-2 text-sm text-muted">
      <span className="text-ink">
        {fact.label}: <span className="tabular-nums">{showFact(fact, units)}</span>
      </span>
      , {daysOf(fact)}.{" "}
      {link ? (
        <Link href={link.href} className="text-accent underline underline-offset-4">
          {link.label}
        </Link>
      ) : null}
    </p>
  );
}

function daysOf({ fromDay, toDay }: Fact): string {
  if (fromDay === toDay) return formatDay(toDay, "compact");
  return `${formatDay(fromDay, "compact")} to ${formatDay(toDay, "compact")}`;
}
