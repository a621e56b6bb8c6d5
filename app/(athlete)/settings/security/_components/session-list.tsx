"use client";

import { useOptimistic, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Chip } from "@/components/ui/chip";
import { saveProblem } from "@/components/ui/save-problem";
import { revokeSession } from "@/lib/actions/sessions";

export type SessionRow = {
  readonly sessionId: string;
  readonly browser: string;
  /** "Last used 21 Nov 2026, 18:04 · 192.0.2.0/24" */
  readonly detail: string;
  readonly isCurrent: boolean;
};

type Props = { sessions: readonly SessionRow[]; signOutEverywhere: () => Promise<void> };

/** Where the athlete is signed in; another browser disappears at once when it is signed out. */
export function SessionList({ sessions, signOutEverywhere }: Props) {
  const [shown, hide] = useOptimistic(sessions, (rows, id: string) =>
    rows.filter((row) => row.sessionId !== id),
  );
  const [error, setError] = useState<string | null>(null);

  async function revoke(sessionId: string) {
    setError(null);
    hide(sessionId);
    setError(saveProblem(await revokeSession({ sessionId }).catch(() => undefined)));
  }

  return (
    <Card aria-labelledby="sessions">
      <CardHeader id="sessions" title="Where you are signed in" />
      {error ? (
        <Alert tone="error" role="alert" className="mb-3">
          {error}
        </Alert>
      ) : null}
      <ul aria-live="polite">
        {shown.map(({ sessionId, browser, detail, isCurrent }) => (
          <li
            key={sessionId}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t border-line py-2.5 first:border-t-0"
          >
            <div className="min-w-0">
              <p className="text-sm font-medium">{browser}</p>
              <p className="text-sm text-muted">{detail}</p>
            </div>
            {isCurrent ? (
              <Chip tone="go">This browser</Chip>
            ) : (
              // A form, because a click that comes before the script does is kept for it.
              <form action={() => revoke(sessionId)}>
                <Button type="submit" size="sm" aria-label={`Sign out ${browser}, ${detail}`}>
                  Sign out
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form action={signOutEverywhere} className="mt-3 border-t border-line pt-4">
        <Button type="submit" variant="danger">
          Sign out everywhere
        </Button>
        <p className="mt-2 text-sm text-muted">Ends every session, this one too.</p>
      </form>
    </Card>
  );
}
