"use client";

import type { Route } from "next";
import Link from "next/link";
import { useState, useTransition } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { saveProblem } from "@/components/ui/save-problem";
import { discardRun, retryRun } from "@/lib/actions/operations";
import { SettleDialog } from "./settle-dialog";

export type DeadLetterRow = {
  readonly runId: string;
  /** Of the function. */
  readonly name: string;
  readonly reason: string;
  readonly inputHash: string;
  readonly when: string;
  readonly state: "open" | "retried" | "discarded";
};

const ACTIONS = { retry: retryRun, discard: discardRun } as const;

type Chosen = { readonly letter: DeadLetterRow; readonly how: keyof typeof ACTIONS };

/** What gave up, each with the two ways on; both ask first. */
export function DeadLetterList({ letters }: { letters: readonly DeadLetterRow[] }) {
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, start] = useTransition();

  function settle({ letter, how }: Chosen) {
    start(async () => {
      const answer = await ACTIONS[how]({ runId: letter.runId }).catch(() => undefined);
      setProblem(saveProblem(answer));
      setChosen(null);
    });
  }

  return (
    <>
      {problem ? (
        <Alert tone="error" role="alert" className="mb-3">
          {problem}
        </Alert>
      ) : null}
      <ul>
        {letters.map((letter) => (
          <li
            key={letter.runId}
            className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-3 first:border-t-0"
          >
            <div className="min-w-0 flex-1 basis-72">
              <p className="font-medium">
                <Link
                  href={`/operations/runs/${letter.runId}` as Route}
                  className="text-accent underline underline-offset-4"
                >
                  {letter.name}
                </Link>
              </p>
              <p className="text-sm break-words">{letter.reason}</p>
              <p className="text-sm text-muted">
                {letter.when} · input <span className="font-mono text-xs">{letter.inputHash}</span>
              </p>
            </div>
            {letter.state === "open" ? (
              <div className="flex flex-wrap gap-2">
                <Button size="sm" onClick={() => setChosen({ letter, how: "retry" })}>
                  Try again
                </Button>
                <Button
                  size="sm"
                  variant="danger"
                  onClick={() => setChosen({ letter, how: "discard" })}
                >
                  Put aside
                </Button>
              </div>
            ) : (
              <Chip>{letter.state === "retried" ? "Tried again" : "Put aside"}</Chip>
            )}
          </li>
        ))}
      </ul>
      {chosen === null ? null : (
        <SettleDialog
          name={chosen.letter.name}
          how={chosen.how}
          isBusy={isBusy}
          onClose={() => setChosen(null)}
          onSettle={() => settle(chosen)}
        />
      )}
    </>
  );
}
