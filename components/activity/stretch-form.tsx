"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { formatDuration } from "@/lib/units/format-duration";
import { clockSeconds } from "./clock-seconds";
import { useCrosshairState } from "./crosshair";
import { useActivityEdit } from "./use-activity-edit";

/** A stretch to leave out, as two times on the activity's clock; begins with the chart's selection. */
export function StretchForm({ activityId, lengthS }: { activityId: string; lengthS: number }) {
  const { save, isPending, problem } = useActivityEdit(activityId);
  const { selection } = useCrosshairState();
  const [mistake, setMistake] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const fromS = clockSeconds(String(data.get("from")));
    const toS = clockSeconds(String(data.get("to")));
    const wrong = stretchMistake(fromS, toS, lengthS);
    setMistake(wrong);
    if (wrong !== null || fromS === null || toS === null) return;
    save({ kind: "exclude", value: { fromS, toS: Math.min(toS, Math.ceil(lengthS)) } }, () =>
      form.current?.reset(),
    );
  }
  const shown = mistake ?? problem;
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      <fieldset aria-describedby={shown === null ? undefined : `${id}-problem`}>
        <legend className="mb-1.5 text-sm font-medium">Leave out a stretch</legend>
        <div className="flex items-center gap-2">
          <Clock label="From" name="from" placeholder="0:00" seconds={selection?.fromS ?? null} />
          <span aria-hidden="true" className="text-sm text-muted">
            to
          </span>
          <Clock
            label="To"
            name="to"
            placeholder={formatDuration(lengthS)}
            seconds={selection?.toS ?? null}
          />
          <Button type="submit" disabled={isPending}>
            {isPending ? "Calculating…" : "Leave out"}
          </Button>
        </div>
        <p className="mt-1.5 text-sm text-muted">
          Times since the start, as 12:30 or 1:05:00. Or select a stretch in the chart.
        </p>
        {shown === null ? null : (
          <p id={`${id}-problem`} role="alert" className="mt-1 text-sm text-rest">
            {shown}
          </p>
        )}
      </fieldset>
    </form>
  );
}

type ClockProps = { label: string; name: string; placeholder: string; seconds: number | null };

function Clock({ label, name, placeholder, seconds }: ClockProps) {
  return (
    <Input
      name={name}
      aria-label={label}
      inputMode="text"
      autoComplete="off"
      placeholder={placeholder}
      defaultValue={seconds === null ? "" : formatDuration(seconds)}
      className="min-w-0 flex-1"
    />
  );
}

/** What is wrong with the times, in a sentence; null when nothing is. */
function stretchMistake(fromS: number | null, toS: number | null, lengthS: number): string | null {
  if (fromS === null || toS === null) return "Give both times, as 12:30 or 1:05:00.";
  if (toS <= fromS) return "The end must be after the beginning.";
  return fromS >= lengthS ? `The activity ends at ${formatDuration(lengthS)}.` : null;
}
