"use client";

import { useEffect, useRef, useState } from "react";
import { Progress } from "@/components/ui/progress";
import type { ImportProgress } from "@/lib/schemas/import";
import { describeCounts, doneOf } from "./describe-counts";
import { describePace, type Sample } from "./time-left";

type Props = { progress: Pick<ImportProgress, "status" | "counts"> };

/** How far the batch is, and the sentence about it. Screen readers hear only the end. */
export function LedgerProgress({ progress }: Props) {
  const { done, total } = doneOf(progress.counts);
  const isOver = progress.status === "finished";
  // Every file has its outcome; load, fitness and recovery are still being worked out.
  const isRead = done === total && total > 0;
  const left = useTimeLeft(done, total);
  const valueText = `${done} of ${total} files`;
  const isPaused = progress.status === "paused";
  const aside = isPaused
    ? "Nothing is lost; go on whenever you like."
    : isRead
      ? "Working out load, fitness and recovery…"
      : (left ?? "You may leave.");
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <p className="text-lg font-semibold tracking-[-0.01em]">
          {isOver || isRead
            ? describeCounts(progress.counts)
            : `${isPaused ? "Paused at" : "Reading"} ${valueText}`}
        </p>
        {isOver ? null : <p className="text-sm text-muted">{aside}</p>}
      </div>
      {isOver ? null : (
        <Progress label="Import" value={done} max={Math.max(1, total)} valueText={valueText} />
      )}
      <p role="status" className="sr-only">
        {isOver ? `The import is finished: ${describeCounts(progress.counts)}.` : ""}
      </p>
    </div>
  );
}

function useTimeLeft(done: number, total: number): string | null {
  const first = useRef<Sample | null>(null);
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    const now = { atMs: performance.now(), done };
    // A file that is tried again, or an archive that opened: another count begins.
    if (first.current === null || first.current.done > done) first.current = now;
    setText(describePace(first.current, now, total));
  }, [done, total]);
  return text;
}
