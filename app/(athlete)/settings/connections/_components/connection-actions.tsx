import { RefreshCw } from "lucide";
import { useState } from "react";
import { CONNECTION_NAMES } from "@/components/connections/connection-names";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { DisconnectDialog } from "./disconnect-dialog";
import { Reconnect } from "./reconnect";
import type { useConnection } from "./use-connection";

type Props = { sync: ReturnType<typeof useConnection>; isOAuth: boolean };

/** Mend it, sync now, disconnect. */
export function ConnectionActions({ sync, isOAuth }: Props) {
  const [isAsking, setAsking] = useState(false);
  const { connection, state, isBusy } = sync;
  const name = CONNECTION_NAMES[connection.provider];
  return (
    <div className="flex flex-wrap gap-2">
      {state === "attention" ? (
        <Reconnect
          provider={connection.provider}
          isOAuth={isOAuth}
          onConnected={() => void sync.watch()}
        />
      ) : null}
      {connection.status === "needs_reconnect" ? null : (
        <Button onClick={sync.start} disabled={isBusy} aria-label={`Sync ${name} now`}>
          <Icon of={RefreshCw} className={isBusy ? "motion-safe:animate-spin" : ""} />
          {isBusy ? (state === "paused" ? "Being tried again…" : "Syncing…") : "Sync now"}
        </Button>
      )}
      <Button variant="danger" onClick={() => setAsking(true)} aria-label={`Disconnect ${name}`}>
        Disconnect
      </Button>
      {isAsking ? (
        <DisconnectDialog
          connection={connection}
          onClose={() => setAsking(false)}
          onLeaving={sync.setLeaving}
        />
      ) : null}
    </div>
  );
}
