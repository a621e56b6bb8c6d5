"use client";

import { Scissors } from "lucide";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { TimeRange } from "./crosshair";
import { useActivityEdit } from "./use-activity-edit";

type Props = { activityId: string; selection: TimeRange; onKept: () => void };

/** Leaves the selected stretch out of every number; undone in the list of changes. */
export function LeaveOutButton({ activityId, selection, onKept }: Props) {
  const { save, isPending, problem } = useActivityEdit(activityId);
  const value = { fromS: Math.floor(selection.fromS), toS: Math.ceil(selection.toS) };
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        disabled={isPending}
        onClick={() => save({ kind: "exclude", value }, onKept)}
      >
        <Icon of={Scissors} />
        {isPending ? "Calculating…" : "Leave out"}
      </Button>
      {problem === null ? null : (
        <p role="alert" className="basis-full text-sm text-rest">
          {problem}
        </p>
      )}
    </>
  );
}
