"use client";

import { useOptimistic, useState, useTransition } from "react";
import { EffortScale } from "@/components/activity/effort-scale";
import { saveProblem } from "@/components/ui/save-problem";
import { saveActivityEdit } from "@/lib/actions/activity";

type Props = { readonly activityId: string; readonly title: string };

/** How hard it felt, asked while it is fresh; once it is kept, the rating stands in the question's place. */
export function AskEffort({ activityId, title }: Props) {
  const [given, setGiven] = useOptimistic<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  function rate(value: number) {
    startTransition(async () => {
      setGiven(value);
      const edit = { kind: "effort", value } as const;
      const saved = await saveActivityEdit({ activityId, edit }).catch(() => undefined);
      setProblem(saveProblem(saved));
    });
  }
  return (
    <fieldset className="@container mt-2">
      <legend className="mb-1.5 flex w-full items-baseline justify-between gap-3 text-sm">
        <span className="font-medium">
          How hard was it?<span className="sr-only"> {title}, 1 to 10</span>
        </span>
        <span className="text-faint">1 very easy – 10 maximal</span>
      </legend>
      <EffortScale activityId={activityId} rating={given} onRate={rate} isDisabled={isPending} />
      <output className="mt-1.5 block text-sm text-muted empty:hidden">
        {problem ?? (isPending ? "Saving…" : null)}
      </output>
    </fieldset>
  );
}
