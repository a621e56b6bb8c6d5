"use client";

import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import type { ConnectionState } from "@/components/connections/connection-state";
import { describeCapabilities } from "@/components/connections/vendor-words";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";
import { ConnectionActions } from "./connection-actions";
import { ConnectionFacts } from "./connection-facts";
import { SyncHistory } from "./sync-history";
import { Terms } from "./terms";
import { useConnection } from "./use-connection";

const STATES = {
  connected: ["go", "Connected"],
  syncing: ["accent", "Syncing"],
  paused: ["ease", "Paused"],
  troubled: ["ease", "Last sync failed"],
  attention: ["rest", "Needs attention"],
} as const satisfies Record<ConnectionState, readonly [string, string]>;

type Props = {
  initial: ConnectionBody;
  timeZone: string;
  /** ISO 8601. */
  renderedAt: string;
  isOAuth: boolean;
};

/** One connection: how it stands, what it brought, what failed and how to mend it. */
export function ConnectionCard({ initial, timeZone, renderedAt, isOAuth }: Props) {
  const sync = useConnection(initial, renderedAt);
  const { connection, state, now } = sync;
  const { id, provider, label, capabilities } = connection;
  const [tone, word] = STATES[state];
  return (
    <Card as="article" aria-labelledby={`connection-${id}`} className="flex flex-col gap-3 text-sm">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <h3 id={`connection-${id}`} className="text-base font-semibold">
            {CONNECTION_NAMES[provider]}
          </h3>
          {provider === "calendar" ? <p className="break-words text-muted">{label}</p> : null}
        </div>
        <Chip tone={tone}>{word}</Chip>
      </div>
      <p role="status" className="sr-only">
        {sync.announcement}
      </p>
      <Problems connection={connection} state={state} refused={sync.problem} />
      <ConnectionFacts connection={connection} state={state} timeZone={timeZone} now={now} />
      <ConnectionActions sync={sync} isOAuth={isOAuth} />
      <SyncHistory runs={connection.runs} timeZone={timeZone} />
      <details className="border-t border-line pt-3">
        <summary className="min-h-6 cursor-pointer font-medium">
          What it brings, and its terms
        </summary>
        <p className="mt-2 text-muted">{describeCapabilities(capabilities)}</p>
        <Terms provider={provider} className="mt-2" />
      </details>
    </Card>
  );
}

type ProblemsProps = {
  connection: ConnectionBody;
  state: ConnectionState;
  /** Why the wish for a sync was not taken. */
  refused: string | null;
};

function Problems({ connection: { problem }, state, refused }: ProblemsProps) {
  return (
    <>
      {problem === null || state === "syncing" ? null : (
        <Alert tone={state === "attention" ? "error" : "warning"}>{problem}</Alert>
      )}
      {refused === null ? null : (
        <Alert tone="error" role="alert">
          {refused}
        </Alert>
      )}
    </>
  );
}
