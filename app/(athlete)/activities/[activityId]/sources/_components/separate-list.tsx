"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { saveProblem } from "@/components/ui/save-problem";
import { separateRecording } from "@/lib/actions/recordings";

type Props = {
  activityId: string;
  recordings: readonly { readonly id: string; readonly label: string }[];
};

/** The undo: a recording becomes an activity of its own, and stays one. */
export function SeparateList({ activityId, recordings }: Props) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [isParting, startParting] = useTransition();
  const [chosen, choose] = useState<string | null>(null);

  function part(recordingId: string) {
    setError(null);
    choose(recordingId);
    startParting(async () => {
      const answer = await separateRecording({ activityId, recordingId }).catch(() => undefined);
      const problem = saveProblem(answer);
      if (problem !== null) setError(problem);
      else {
        const other = answer?.data?.activityId ?? "";
        router.replace(`/activities/${activityId}/sources?other=${other}` as Route);
      }
    });
  }

  return (
    <Card aria-label="Not the same activity?">
      <CardHeader title="Not the same activity?" />
      <p className="mb-3 text-sm text-muted">
        Take a recording out and it becomes an activity of its own. Formline remembers that, and you
        can combine them again at any time.
      </p>
      {error ? (
        <Alert tone="error" role="alert" className="mb-3">
          {error}
        </Alert>
      ) : null}
      <ul>
        {recordings.map(({ id, label }) => (
          <li
            key={id}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2.5 text-sm first:border-t-0"
          >
            <span className="min-w-0 font-medium break-words">{label}</span>
            {/* A form, because a click that comes before the script does is kept for it. */}
            <form action={() => part(id)}>
              <Button type="submit" size="sm" disabled={isParting} aria-label={`Take out ${label}`}>
                {isParting && chosen === id ? "Taking out …" : "Take out"}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
