"use client";

import { useOptimistic, useState, useTransition } from "react";
import { MethodLink } from "@/components/methods/method-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { saveProblem } from "@/components/ui/save-problem";
import { saveActivityEdit } from "@/lib/actions/activity";
import { EffortScale, effortWord } from "./effort-scale";

type Props = { activityId: string; rpe: number | null };

/** How hard it felt, 1 to 10; takes effect at once and reaches the load. */
export function EffortCard({ activityId, rpe }: Props) {
  const [shown, setShown] = useOptimistic(rpe);
  const [error, setError] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  function rate(next: number | null) {
    startTransition(async () => {
      setShown(next);
      const edit = { kind: "effort", value: next } as const;
      setError(saveProblem(await saveActivityEdit({ activityId, edit }).catch(() => undefined)));
    });
  }
  const rounded = shown === null ? null : Math.round(shown);
  return (
    <Card aria-label="Felt effort">
      <CardHeader
        title={<MethodLink to="session-rpe-load">Felt effort</MethodLink>}
        aside={rounded === null ? "not rated" : `${rounded} of 10, ${effortWord(rounded)}`}
      />
      <fieldset>
        <legend className="sr-only">How hard did it feel, 1 very easy to 10 maximal?</legend>
        <EffortScale activityId={activityId} rating={rounded} onRate={rate} />
      </fieldset>
      <div className="mt-2 flex min-h-6 items-center justify-between gap-3 text-sm text-faint">
        <output>{error ?? (isPending ? "Saving…" : "1 very easy, 10 maximal")}</output>
        {rounded === null ? null : (
          <Button size="sm" variant="ghost" onClick={() => rate(null)}>
            Take back
          </Button>
        )}
      </div>
    </Card>
  );
}
