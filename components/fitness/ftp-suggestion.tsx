"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { saveProblem } from "@/components/ui/save-problem";
import { answerFtpSuggestion } from "@/lib/actions/thresholds";

export type FtpSuggestionProps = {
  /** Whole watts; null when there is nothing to suggest. */
  readonly suggestedW: number | null;
  /** About this one was suggested before, and the athlete kept their own. */
  readonly isRefused: boolean;
  readonly ftpW: number | null;
  readonly twentyMinutesW: number;
  /** The ride of the best 20 minutes. */
  readonly activityId: string;
};

const LINK = "text-accent underline underline-offset-4";

/** The FTP that the best 20 minutes stand for, to be taken over or not: nothing changes by itself. */
export function FtpSuggestion(props: FtpSuggestionProps) {
  const { suggestedW, isRefused, ftpW, twentyMinutesW, activityId } = props;
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();

  function answer(choice: "use" | "keep", shownW: number) {
    startTransition(async () => {
      const call = answerFtpSuggestion({ suggestedW: shownW, answer: choice });
      setProblem(saveProblem(await call.catch(() => undefined)));
    });
  }

  const best = (
    <Link href={`/activities/${activityId}` as Route} className={LINK}>
      best 20 minutes
    </Link>
  );
  return (
    <div className="mt-3 max-w-[68ch] text-sm" role="status">
      {suggestedW === null ? (
        <p className="text-muted">{settled(isRefused, ftpW)}</p>
      ) : (
        <>
          <p>
            Your {best}, {Math.round(twentyMinutesW)} W, suggest an FTP of {suggestedW} W: 95 % of
            them. {ftpW === null ? "None is set." : `${Math.round(ftpW)} W is set.`} Nothing changes
            unless you say so, and never before today.
          </p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button
              size="sm"
              variant="primary"
              disabled={isPending}
              onClick={() => answer("use", suggestedW)}
            >
              Use {suggestedW} W from today
            </Button>
            <Button size="sm" disabled={isPending} onClick={() => answer("keep", suggestedW)}>
              {ftpW === null ? "Not now" : `Keep ${Math.round(ftpW)} W`}
            </Button>
          </div>
        </>
      )}
      {problem === null ? null : (
        <p role="alert" className="mt-1 text-rest">
          {problem}
        </p>
      )}
    </div>
  );
}

function settled(isRefused: boolean, ftpW: number | null): string {
  const own = ftpW === null ? "no FTP" : `your FTP of ${Math.round(ftpW)} W`;
  if (!isRefused) return `Your best 20 minutes agree with ${own}.`;
  return `You kept ${own}. Another one is suggested once your best 20 minutes say something else.`;
}
