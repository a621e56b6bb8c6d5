"use client";

import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { useCrosshairState } from "./crosshair";
import { readStretch, StretchFields } from "./stretch-fields";
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
    const read = readStretch(new FormData(event.currentTarget), lengthS);
    setMistake("mistake" in read ? read.mistake : null);
    if ("mistake" in read) return;
    save({ kind: "exclude", value: read.stretch }, () => form.current?.reset());
  }
  const shown = mistake ?? problem;
  return (
    <form ref={form} onSubmit={onSubmit} noValidate>
      <fieldset aria-describedby={shown === null ? undefined : `${id}-problem`}>
        <legend className="mb-1.5 text-sm font-medium">Leave out a stretch</legend>
        <div className="flex items-center gap-2">
          <StretchFields lengthS={lengthS} stretch={selection} />
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
