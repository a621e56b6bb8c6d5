import type { ShownPiece } from "./shown-pieces";
import { VerifiedText } from "./verified-text";

/** What follows from an insight, in one sentence. */
export function WhatToDo({ pieces }: { pieces: readonly ShownPiece[] }) {
  return (
    <div className="max-w-[68ch] rounded-control bg-sunken px-3 py-2 text-sm">
      <VerifiedText pieces={pieces}>
        <b className="font-semibold">What to do: </b>
      </VerifiedText>
    </div>
  );
}
