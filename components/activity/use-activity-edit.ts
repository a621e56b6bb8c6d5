"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, useTransition } from "react";
import { saveProblem } from "@/components/ui/save-problem";
import { saveActivityEdit, undoEdit } from "@/lib/actions/activity";
import { activityStreamsKey } from "@/lib/queries/activities";
import type { ActivityEdit } from "@/lib/training/activity/activity-edit";

/** Edits that change what the streams show. */
const REDRAWS: ReadonlySet<ActivityEdit["kind"]> = new Set(["sport", "exclude", "ignore_sensor"]);

/**
 * Saving and undoing edits of an activity. `problem` is why the last one was not kept, null
 * when it was; whoever asks keeps what was typed until `onKept` is called.
 */
export function useActivityEdit(activityId: string) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function run(
    kind: ActivityEdit["kind"],
    call: () => ReturnType<typeof saveActivityEdit>,
    onKept?: () => void,
  ) {
    startTransition(async () => {
      const found = saveProblem(await call().catch(() => undefined));
      setProblem(found);
      if (found !== null) return;
      if (REDRAWS.has(kind)) {
        await client.invalidateQueries({ queryKey: activityStreamsKey(activityId) });
      }
      onKept?.();
    });
  }
  return {
    problem,
    isPending,
    save: (edit: ActivityEdit, onKept?: () => void) =>
      run(edit.kind, () => saveActivityEdit({ activityId, edit }), onKept),
    undo: (kind: ActivityEdit["kind"], editId: string, onKept?: () => void) =>
      run(kind, () => undoEdit({ activityId, editId }), onKept),
  };
}
