"use client";

import { useOptimistic, useState, useTransition } from "react";
import { MethodLink } from "@/components/methods/method-link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { saveProblem } from "@/components/ui/save-problem";
import { saveActivityEdit } from "@/lib/actions/activity";

const RATINGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
/** Borg's CR-10 in words. */
const WORDS = [
  "rest",
  "very easy",
  "easy",
  "moderate",
  "somewhat hard",
  "hard",
  "hard and a bit",
  "very hard",
  "very hard and a bit",
  "close to the limit",
  "maximal",
] as const;

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
        aside={rounded === null ? "not rated" : `${rounded} of 10, ${WORDS[rounded]}`}
      />
      <fieldset>
        <legend className="sr-only">How hard did it feel, 1 very easy to 10 maximal?</legend>
        <div className="grid grid-cols-5 gap-1.5 @xs:grid-cols-10">
          {RATINGS.map((rating) => (
            <label
              key={rating}
              className="relative flex min-h-9 cursor-pointer items-center justify-center rounded-control border border-line text-sm font-medium text-muted tabular-nums hover:text-ink has-checked:border-transparent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:min-h-11"
            >
              <input
                type="radio"
                name={`effort-${activityId}`}
                checked={rounded === rating}
                onChange={() => rate(rating)}
                className="absolute inset-0 cursor-pointer appearance-none opacity-0"
              />
              <span aria-hidden="true">{rating}</span>
              <span className="sr-only">
                {rating}, {WORDS[rating]}
              </span>
            </label>
          ))}
        </div>
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
