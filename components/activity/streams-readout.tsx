"use client";

import { useEffect, useState } from "react";
import { formatDuration } from "@/lib/units/format-duration";
import { type TimeRange, useCrosshairState } from "./crosshair";
import type { OverlayPane } from "./streams-overlay";
import { valueAt } from "./value-at";

type Props = {
  panes: readonly OverlayPane[];
  pauses: readonly TimeRange[];
  reachS: number;
  hint: string;
};

const SPEAK_AFTER_MS = 700;

/** What stands under the crosshair, in one line; said aloud once the crosshair rests. */
export function StreamsReadout({ panes, pauses, reachS, hint }: Props) {
  const { cursorS } = useCrosshairState();
  const isPaused =
    cursorS !== null && pauses.some((pause) => cursorS >= pause.fromS && cursorS < pause.toS);
  const values =
    cursorS === null || isPaused
      ? []
      : panes.map(({ pane, line }) => ({
          pane,
          text: pane.format(valueAt(line, cursorS, reachS)),
        }));
  const sentence = isPaused
    ? "Timer paused"
    : values.map(({ pane, text }) => `${pane.label} ${text}`).join(", ");
  const spoken = useResting(sentence);
  return (
    <div className="min-h-[18px] text-sm text-muted tabular-nums">
      {cursorS === null ? (
        <span className="text-faint">{hint}</span>
      ) : (
        <span aria-hidden="true">
          <span className="font-semibold text-ink">{formatDuration(cursorS)}</span>
          {isPaused ? " · timer paused" : null}
          {values.map(({ pane, text }) => (
            <span key={pane.name}>
              {" · "}
              <span className={pane.ink}>{text}</span>
            </span>
          ))}
        </span>
      )}
      <span aria-live="polite" className="sr-only">
        {spoken}
      </span>
    </div>
  );
}

/** The text, once it has not changed for a while. */
function useResting(text: string): string {
  const [resting, setResting] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setResting(text), SPEAK_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return resting;
}
