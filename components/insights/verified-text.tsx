"use client";

import Link from "next/link";
import { useId, useState } from "react";
import type { ShownPiece } from "./shown-pieces";

/** A text whose numbers can be asked where they come from: each opens its fact below. */
export function VerifiedText({ pieces }: { pieces: readonly ShownPiece[] }) {
  const [open, setOpen] = useState<number | null>(null);
  const id = useId();
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
        {shown ? <FactLine fact={shown} /> : null}
      </div>
    </div>
  );
}

function FactLine({ fact }: { fact: NonNullable<ShownPiece["fact"]> }) {
  const { label, value, days, link } = fact;
  return (
    <p className="rounded-control bg-sunken px-3 py-2 text-sm text-muted">
      <span className="text-ink">
        {label}: <span className="tabular-nums">{value}</span>
      </span>
      , {days}.{" "}
      {link ? (
        <Link href={link.href} className="text-accent underline underline-offset-4">
          {link.label}
        </Link>
      ) : null}
    </p>
  );
}
