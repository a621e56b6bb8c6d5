"use client";

import Link from "next/link";
import { type ReactNode, useId, useState } from "react";
import type { ShownPiece } from "./shown-pieces";

type Props = {
  pieces: readonly ShownPiece[];
  /** What the words are on the page. */
  as?: "p" | "h2";
  id?: string;
  className?: string;
  /** Words before them. */
  children?: ReactNode;
};

/** A text whose numbers can be asked where they come from: each opens its fact below. */
export function VerifiedText({ pieces, as: Words = "p", id, className, children }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const factId = useId();
  const shown = open === null ? null : (pieces[open]?.fact ?? null);
  return (
    <div>
      <Words id={id} className={className}>
        {children}
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
              aria-controls={factId}
              onClick={() => setOpen(open === i ? null : i)}
              className="cursor-pointer rounded-sm underline decoration-dotted underline-offset-4 hover:decoration-solid aria-expanded:bg-accent-soft aria-expanded:decoration-solid"
            >
              {words}
            </button>
          ),
        )}
      </Words>
      <div id={factId} aria-live="polite">
        {shown ? <FactLine fact={shown} /> : null}
      </div>
    </div>
  );
}

function FactLine({ fact }: { fact: NonNullable<ShownPiece["fact"]> }) {
  const { label, value, days, origin, link } = fact;
  return (
    <p className="mt-2 rounded-control bg-sunken px-3 py-2 text-sm font-normal text-muted">
      <span className="text-ink">
        {label}: <span className="tabular-nums">{value}</span>
      </span>
      , {days}.{origin ? ` ${origin}.` : ""}{" "}
      {link ? (
        <Link href={link.href} className="text-accent underline underline-offset-4">
          {link.label}
        </Link>
      ) : null}
    </p>
  );
}
