"use client";

import { type FormEvent, useEffect, useId, useRef } from "react";
import { Input } from "@/components/ui/input";
import { formatDuration } from "@/lib/units/format-duration";
import { clockSeconds } from "./clock-seconds";
import type { TimeRange } from "./crosshair";

type Props = {
  selection: TimeRange | null;
  lengthS: number;
  onSelect: (range: TimeRange | null) => void;
};

/** Two times on the activity's clock: a selection for whoever does not drag. */
export function SelectionFields({ selection, lengthS, onSelect }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  useEffect(() => {
    write(form.current, "from", selection === null ? "" : formatDuration(selection.fromS));
    write(form.current, "to", selection === null ? "" : formatDuration(selection.toS));
  }, [selection]);
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const fromS = clockSeconds(String(data.get("from"))) ?? 0;
    const toS = Math.min(lengthS, clockSeconds(String(data.get("to"))) ?? lengthS);
    onSelect(toS > fromS ? { fromS, toS } : null);
  }
  return (
    <form ref={form} onSubmit={onSubmit} className="flex items-center gap-2 text-sm">
      <label htmlFor={`${id}-from`} className="text-muted">
        From
      </label>
      <Input
        id={`${id}-from`}
        name="from"
        inputMode="text"
        autoComplete="off"
        placeholder="0:00"
        className="min-h-8 w-20 px-2 text-sm"
      />
      <label htmlFor={`${id}-to`} className="text-muted">
        to
      </label>
      <Input
        id={`${id}-to`}
        name="to"
        inputMode="text"
        autoComplete="off"
        placeholder={formatDuration(lengthS)}
        className="min-h-8 w-20 px-2 text-sm"
      />
      <button type="submit" className="sr-only focus:not-sr-only">
        Select
      </button>
    </form>
  );
}

/** Leaves a field alone that is being typed into. */
function write(form: HTMLFormElement | null, name: string, text: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLInputElement && field !== document.activeElement) field.value = text;
}
