import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { claimRenewal, releaseRenewal } from "@/db/mutations/connection-cursors";
import { saveCredentials } from "@/db/mutations/connections";
import { athleteKey, type WrappedKey } from "@/db/queries/athlete-keys";
import { type CursorPosition, connectionCursorsOf } from "@/db/queries/connection-cursor";
import { type Connection, findConnection } from "@/db/queries/connections";
import type { AthleteTx } from "@/db/scope";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, notFound } from "@/lib/errors";
import { type AthleteId, newId } from "@/lib/ids";
import {
  type Credentials,
  type SessionOptions,
  type Source,
  SourceError,
  type SourceGap,
  type SourceSession,
} from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import { openWithKey, sealForAthlete } from "./athlete-key";

const COLUMN = "connections.credentials";
/** Longer than any vendor is waited for. */
const RENEWAL_S = 60;
const LOOK_EVERY_MS = 100;

export type OpenSession = (ctx: AthleteContext, connectionId: string) => Promise<OpenedSession>;
export type OpenedSession = {
  readonly connection: Connection;
  readonly source: Source;
  readonly session: SourceSession;
  /** How far a kind of its data has come; null before the first part. */
  readonly cursorOf: (kind: string) => CursorPosition | null;
  /** What the answers so far have left out; grows while it is asked. */
  readonly gaps: readonly SourceGap[];
};

/**
 * The athlete's account at the vendor, signed in. Throws "not_found" without such a connection,
 * "conflict" when its vendor is no longer set up, and `SourceError` "signed_out" when the
 * athlete has to connect again first.
 */
export const openSession: OpenSession = async (ctx, connectionId) => {
  const [found, key, cursors] = await ctx.tx(
    (tx) =>
      Promise.all([
        findConnection(tx, connectionId),
        athleteKey(tx),
        connectionCursorsOf(tx, connectionId),
      ]),
    { isOneTurn: true },
  );
  if (found === null) throw notFound("This connection");
  const { sealed, ...connection } = found;
  const { provider, status } = connection;
  const source = ctx.ports.sources.of(provider);
  const name = PROVIDER_NAMES[provider];
  if (source === null) {
    throw new AppError(
      "conflict",
      `${name} is not set up on this server any more. Ask whoever runs it.`,
    );
  }
  if (status === "needs_reconnect" || sealed === null) {
    throw new SourceError(provider, "signed_out", `${name} has to be connected again.`);
  }
  const gaps: SourceGap[] = [];
  const session = source.open({
    credentials: readCredentials(ctx.athleteId, connectionId, sealed, key),
    now: () => new Date(),
    ...renewalOf(ctx, connection),
    noticed: (gap) => void gaps.push(gap),
  });
  return { connection, source, session, gaps, cursorOf: (kind) => cursors.get(kind) ?? null };
};

/** One session for whoever has several questions in a row. */
export function openedOnce(): OpenSession {
  let opened: Promise<OpenedSession> | null = null;
  return (ctx, connectionId) => {
    opened ??= openSession(ctx, connectionId);
    return opened;
  };
}

/** Seals and saves what the connection signs in with. */
async function sealCredentials(
  tx: AthleteTx,
  connectionId: string,
  credentials: Credentials,
): Promise<void> {
  const sealed = await sealForAthlete(tx, COLUMN, connectionId, JSON.stringify(credentials));
  tx.withCommit(saveCredentials(tx, connectionId, sealed));
}

async function storedCredentials(tx: AthleteTx, connectionId: string): Promise<Credentials> {
  const [found, key] = await Promise.all([findConnection(tx, connectionId), athleteKey(tx)]);
  const sealed = found?.sealed ?? null;
  if (sealed === null) throw notFound("This connection");
  return readCredentials(tx.athleteId, connectionId, sealed, key);
}

function readCredentials(
  athleteId: AthleteId,
  connectionId: string,
  sealed: Uint8Array,
  key: WrappedKey | null,
): Credentials {
  const place = { owner: athleteId, column: COLUMN, rowId: connectionId } as const;
  return JSON.parse(openWithKey(key, place, sealed)) as Credentials;
}

/**
 * By a lease in the database and not by a transaction: nobody's pages wait for a vendor, and
 * what a process held that was killed is free again after a minute. Saving what was renewed gives
 * the lease back with it.
 */
function renewalOf(
  ctx: AthleteContext,
  { id, provider }: Connection,
): Pick<SessionOptions, "save" | "exclusively"> {
  let held: string | null = null;
  const claim = (owner: string) =>
    ctx.tx(
      async (tx) => {
        const [isOurs, stored] = await Promise.all([
          claimRenewal(tx, id, { owner, seconds: RENEWAL_S }),
          storedCredentials(tx, id),
        ]);
        return isOurs ? stored : null;
      },
      { isOneTurn: true },
    );
  const save = async (renewed: Credentials) => {
    const owner = held;
    await ctx.tx(async (tx) => {
      await sealCredentials(tx, id, renewed);
      if (owner !== null) tx.withCommit(releaseRenewal(tx, id, owner));
    });
    held = null;
  };
  const exclusively = async <T>(work: (current: Credentials) => Promise<T>): Promise<T> => {
    const owner = newId();
    const deadline = performance.now() + RENEWAL_S * 1000;
    let current = await claim(owner);
    while (current === null) {
      if (performance.now() > deadline) {
        throw new SourceError(provider, "unavailable", "Another process is renewing the tokens.");
      }
      await pause(LOOK_EVERY_MS);
      current = await claim(owner);
    }
    held = owner;
    try {
      return await work(current);
    } finally {
      if (held === owner) await ctx.tx(async (tx) => tx.withCommit(releaseRenewal(tx, id, owner)));
      if (held === owner) held = null;
    }
  };
  return { save, exclusively };
}
