import "server-only";
import { setTimeout as pause } from "node:timers/promises";
import { claimRenewal, releaseRenewal } from "@/db/mutations/connection-cursors";
import { saveCredentials } from "@/db/mutations/connections";
import { type Connection, findConnection } from "@/db/queries/connections";
import type { AthleteContext } from "@/lib/auth/context";
import { AppError, notFound } from "@/lib/errors";
import { newId } from "@/lib/ids";
import {
  type Credentials,
  type Source,
  SourceError,
  type SourceGap,
  type SourceSession,
} from "@/lib/integrations/source-ports";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import { openForAthlete, sealForAthlete } from "./athlete-key";

const COLUMN = "connections.credentials";
/** Longer than any vendor is waited for. */
const RENEWAL_S = 60;
const LOOK_EVERY_MS = 100;

export type OpenedSession = {
  readonly connection: Connection;
  readonly source: Source;
  readonly session: SourceSession;
  /** What the answers so far have left out; grows while it is asked. */
  readonly gaps: readonly SourceGap[];
};

/**
 * The athlete's account at the vendor, signed in. Throws "not_found" without such a connection,
 * "conflict" when its vendor is no longer set up, and `SourceError` "signed_out" when the
 * athlete has to connect again first.
 */
export async function openSession(
  ctx: AthleteContext,
  connectionId: string,
): Promise<OpenedSession> {
  const found = await ctx.tx((tx) => findConnection(tx, connectionId));
  if (found === null) throw notFound("This connection");
  const { sealed: _, ...connection } = found;
  const { provider, status } = connection;
  const source = ctx.ports.sources.of(provider);
  const name = PROVIDER_NAMES[provider];
  if (source === null) {
    throw new AppError(
      "conflict",
      `${name} is not set up on this server any more. Ask whoever runs it.`,
    );
  }
  if (status === "needs_reconnect" || found.sealed === null) {
    throw new SourceError(provider, "signed_out", `${name} has to be connected again.`);
  }
  const gaps: SourceGap[] = [];
  const session = source.open({
    credentials: await storedCredentials(ctx, connectionId),
    now: () => new Date(),
    save: (renewed) => storeCredentials(ctx, connectionId, renewed),
    exclusively: (work) => exclusively(ctx, connection, work),
    noticed: (gap) => void gaps.push(gap),
  });
  return { connection, source, session, gaps };
}

/** Seals and saves what the connection signs in with. */
export async function storeCredentials(
  ctx: AthleteContext,
  connectionId: string,
  credentials: Credentials,
): Promise<void> {
  await ctx.tx(async (tx) => {
    const sealed = await sealForAthlete(tx, COLUMN, connectionId, JSON.stringify(credentials));
    await saveCredentials(tx, connectionId, sealed);
  });
}

async function storedCredentials(ctx: AthleteContext, connectionId: string): Promise<Credentials> {
  return ctx.tx(async (tx) => {
    const sealed = (await findConnection(tx, connectionId))?.sealed ?? null;
    if (sealed === null) throw notFound("This connection");
    return JSON.parse(await openForAthlete(tx, COLUMN, connectionId, sealed)) as Credentials;
  });
}

/**
 * By a lease in the database and not by a transaction: nobody's pages wait for a vendor, and
 * what a process held that was killed is free again after a minute.
 */
async function exclusively<T>(
  ctx: AthleteContext,
  { id, provider }: Connection,
  work: (current: Credentials) => Promise<T>,
): Promise<T> {
  const owner = newId();
  const deadline = performance.now() + RENEWAL_S * 1000;
  const claim = () => ctx.tx((tx) => claimRenewal(tx, id, { owner, seconds: RENEWAL_S }));
  while (!(await claim())) {
    if (performance.now() > deadline) {
      throw new SourceError(provider, "unavailable", "Another process is renewing the tokens.");
    }
    await pause(LOOK_EVERY_MS);
  }
  try {
    return await work(await storedCredentials(ctx, id));
  } finally {
    await ctx.tx((tx) => releaseRenewal(tx, id, owner));
  }
}
