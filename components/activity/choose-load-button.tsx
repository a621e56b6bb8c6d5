"use client";

import { Button } from "@/components/ui/button";
import type { LoadMethod } from "@/lib/training/activity/activity-types";
import { LOAD_METHOD_LABELS } from "./load-method-label";
import { useActivityEdit } from "./use-activity-edit";

type Props = {
  activityId: string;
  /** Null gives the choice back to the rule. */
  method: LoadMethod | null;
};

/** Lets another of the activity's loads count. */
export function ChooseLoadButton({ activityId, method }: Props) {
  const { save, isPending, problem } = useActivityEdit(activityId);
  return (
    <>
      <Button
        size="sm"
        disabled={isPending}
        onClick={() => save({ kind: "load_method", value: method })}
      >
        {isPending ? (
          "Calculating…"
        ) : method === null ? (
          "Choose by rule again"
        ) : (
          <>
            Let it count<span className="sr-only">: {LOAD_METHOD_LABELS[method]}</span>
          </>
        )}
      </Button>
      {problem === null ? null : (
        <p role="alert" className="mt-1 text-sm text-rest">
          {problem}
        </p>
      )}
    </>
  );
}
