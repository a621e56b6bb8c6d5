"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useTransition } from "react";
import {
  type ConnectionState,
  connectionState,
  isSyncing,
} from "@/components/connections/connection-state";
import { saveProblem } from "@/components/ui/save-problem";
import { syncNow } from "@/lib/actions/connections";
import { connectionQuery } from "@/lib/queries/connection";
import type { ConnectionBody } from "@/lib/schemas/connection-progress";

/** How often somebody who watches a sync is told. */
const POLL_MS = 1_500;
/** So long a sync may wait for its turn before nobody watches any more. */
const PATIENCE_MS = 90_000;

/**
 * A connection as it stands, asked for anew while a sync is on its way or under way. `renderedAt`
 * is the server's clock, so that "2 h ago" is the same there and here.
 */
export function useConnection(initial: ConnectionBody, renderedAt: string) {
  const client = useQueryClient();
  const [isAsking, begin] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  /** The newest try when the sync was asked for; null while nobody waits for one. */
  const [awaited, setAwaited] = useState<{ readonly after: string | null } | null>(null);
  const [hasEnded, setEnded] = useState(false);
  /** Being disconnected: soon there is nothing to ask for. */
  const [isLeaving, setLeaving] = useState(false);
  const query = useQuery({
    ...connectionQuery(initial),
    enabled: !isLeaving,
    refetchInterval: ({ state }) =>
      awaited !== null || isUnderWay(state.data, new Date()) ? POLL_MS : false,
  });
  const connection = query.data;
  const now = query.isFetchedAfterMount ? new Date(query.dataUpdatedAt) : new Date(renderedAt);
  const state = connectionState(connection, now);
  const [last] = connection.runs;

  const isOver =
    awaited !== null && last !== undefined && last.id !== awaited.after && state !== "syncing";
  useEffect(() => {
    if (awaited === null) return;
    if (isOver) setEnded(true);
    const timer = setTimeout(() => setAwaited(null), isOver ? 0 : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [awaited, isOver]);

  const refresh = () => client.invalidateQueries({ queryKey: connectionQuery(initial).queryKey });
  const watch = () => {
    setEnded(false);
    setAwaited({ after: last?.id ?? null });
    return refresh();
  };
  const start = () =>
    begin(async () => {
      setEnded(false);
      const why = saveProblem(await syncNow({ connectionId: initial.id }).catch(() => undefined));
      setProblem(why);
      // What is refused, like a key that has ended meanwhile, stands on the card as well.
      await (why === null ? watch() : refresh());
    });
  const isBusy = isAsking || awaited !== null || isSyncing(connection, now);
  return {
    ...{ connection, state, now, start, watch, problem, isBusy, setLeaving },
    /** What a screen reader hears. */
    announcement: announce(isBusy, hasEnded, state),
  };
}

/** A first sync that has not begun yet counts, for as long as it may be on its way. */
function isUnderWay(connection: ConnectionBody | undefined, now: Date): boolean {
  if (connection === undefined) return false;
  const age = now.getTime() - Date.parse(connection.connectedAt);
  if (connection.runs.length === 0 && age < PATIENCE_MS) return true;
  return isSyncing(connection, now);
}

function announce(isBusy: boolean, hasEnded: boolean, state: ConnectionState): string {
  if (state === "syncing" || (isBusy && !hasEnded)) return "Syncing.";
  if (!hasEnded) return "";
  return state === "connected" ? "The sync has ended well." : "The sync has failed.";
}
