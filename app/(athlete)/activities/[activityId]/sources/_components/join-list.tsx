"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { deviceName } from "@/components/activity/device-name";
import { localStart } from "@/components/activity/local-start";
import { SPORT_LOOKS } from "@/components/activity/sport-look";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { saveProblem } from "@/components/ui/save-problem";
import type { JoinableActivity } from "@/db/queries/joinable-activities";
import { joinActivities } from "@/lib/actions/recordings";
import { formatDistance } from "@/lib/units/format-distance";
import { formatDuration } from "@/lib/units/format-duration";
import type { UnitSystem } from "@/lib/units/unit-system";

type Props = { activityId: string; joinable: readonly JoinableActivity[]; units: UnitSystem };

/** Activities of the same time, which the athlete may say are this one. */
export function JoinList({ activityId, joinable, units }: Props) {
  const router = useRouter();
  const [error, setError] = useState<string | null>(null);
  const [isJoining, startJoining] = useTransition();
  const [chosen, choose] = useState<string | null>(null);

  function join(otherId: string) {
    setError(null);
    choose(otherId);
    startJoining(async () => {
      const problem = saveProblem(
        await joinActivities({ activityId, otherId }).catch(() => undefined),
      );
      if (problem !== null) setError(problem);
      else router.replace(`/activities/${activityId}/sources` as Route);
    });
  }

  return (
    <Card aria-label="Recorded twice?">
      <CardHeader title="Recorded twice?" />
      <p className="text-sm text-muted">
        {joinable.length === 0
          ? "No other activity was going on at the same time."
          : "These were going on at the same time. Combine one with this activity when it is the same: the best of both is kept, the load counts once, and it can be undone."}
      </p>
      {error ? (
        <Alert tone="error" role="alert" className="mt-3">
          {error}
        </Alert>
      ) : null}
      {joinable.length === 0 ? null : (
        <ul className="mt-3">
          {joinable.map((one) => (
            <li
              key={one.id}
              className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2.5 text-sm first:border-t-0"
            >
              <div className="min-w-0">
                <Link
                  href={`/activities/${one.id}` as Route}
                  className="inline-flex min-h-6 items-center font-medium underline-offset-4 hover:underline"
                >
                  {one.title}
                </Link>
                <p className="text-muted tabular-nums">{facts(one, units)}</p>
              </div>
              <form action={() => join(one.id)}>
                <Button
                  type="submit"
                  size="sm"
                  disabled={isJoining}
                  aria-label={`Combine with ${one.title}`}
                >
                  {isJoining && chosen === one.id ? "Combining …" : "Combine"}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function facts(one: JoinableActivity, units: UnitSystem): string {
  return [
    SPORT_LOOKS[one.sport].label,
    localStart(one.startedAt, one.utcOffsetS).clock,
    formatDuration(one.timerS),
    one.distanceM === null ? null : formatDistance(one.distanceM, units),
    deviceName(one.device),
  ]
    .filter((part) => part !== null)
    .join(" · ");
}
