import "server-only";
import { createHash } from "node:crypto";
import { getDatabase } from "@/db/client";
import { lookUpAsSystem } from "@/db/look-up-as-system";
import { findAthleteByEmail, findAthleteById } from "@/db/queries/system";
import { runAsAthlete } from "@/db/run-as-athlete";
import { runAsSystem } from "@/db/run-as-system";
import type { RunAsAthlete, RunAsSystem } from "@/db/scope";
import { notFound } from "@/lib/errors";
import type { AthleteId, UserId } from "@/lib/ids";
import { type Logger, loggerFor } from "@/lib/logger";
import { currentRequestContext, requestIdFrom, withRequestContext } from "@/lib/request-context";
import { type AppPorts, ports } from "./ports";

declare const proven: unique symbol;

export type Actor = {
  readonly kind: "athlete" | "coach" | "job" | "webhook" | "api-key" | "command-line";
  readonly userId: UserId | null;
};

/** Whose data, who asks, when, and through which doors to the outside. Made only here. */
export type AthleteContext = {
  readonly athleteId: AthleteId;
  readonly actor: Actor;
  /** The only way to a row: one transaction, switched to the athlete's rows. */
  readonly tx: RunAsAthlete;
  /** Taken once, at the door. */
  readonly now: Date;
  readonly timeZone: string;
  readonly ports: AppPorts;
  readonly log: Logger;
  readonly requestId: string;
  readonly [proven]: "athlete";
};

/** For what belongs to no athlete: identity, dispatch, operations. */
export type SystemContext = {
  readonly tx: RunAsSystem;
  readonly now: Date;
  readonly ports: AppPorts;
  readonly log: Logger;
  readonly requestId: string;
  readonly [proven]: "system";
};

/** Somebody who may look after the server: the system's own doors, and who goes through them. */
export type AdminContext = SystemContext & {
  readonly adminId: UserId;
  /** Their own, where they follow training here; else UTC. */
  readonly timeZone: string;
};

/** A signed-in athlete, as `getCurrentSession` has proven. Times are of the request. */
type SignedIn = {
  readonly userId: UserId;
  readonly athlete: { readonly id: AthleteId; readonly timeZone: string };
};

/** The context of a request whose session was just looked up; for `lib/auth` alone. */
export function athleteContextForSession(session: SignedIn, requestId: string): AthleteContext {
  return athleteContext({
    athlete: session.athlete,
    actor: { kind: "athlete", userId: session.userId },
    requestId,
  });
}

/**
 * The context of background work on one athlete. `requestId` is that of the request that
 * caused it, so that one id can be followed from the click to the last step.
 * Throws "not_found" when the athlete is gone.
 */
export async function athleteContextForJob(
  athleteId: string,
  options: { readonly requestId?: string | null } = {},
): Promise<AthleteContext> {
  return athleteContextsForJob(athleteId, options)();
}

/**
 * The contexts of the steps of one call of a job: each of its own time, all of one look at the
 * athlete. They throw "not_found" when the athlete is gone.
 */
export function athleteContextsForJob(
  athleteId: string,
  options: { readonly requestId?: string | null } = {},
): () => Promise<AthleteContext> {
  let athlete: Awaited<ReturnType<typeof findAthleteById>> | undefined;
  return async () => {
    athlete ??= await lookUpAsSystem(getDatabase())((tx) => findAthleteById(tx, athleteId));
    if (!athlete) throw notFound("The athlete");
    return athleteContext({
      athlete,
      actor: { kind: "job", userId: null },
      requestId: options.requestId ?? currentRequestContext()?.requestId ?? requestIdFrom(null),
    });
  };
}

/** For whoever may run commands on the server. Throws "not_found" for an unknown address. */
export async function athleteContextForCommandLine(email: string): Promise<AthleteContext> {
  const athlete = await lookUpAsSystem(getDatabase())((tx) => findAthleteByEmail(tx, email));
  if (!athlete) throw notFound(`An athlete with the address ${email}`);
  return athleteContext({
    athlete,
    actor: { kind: "command-line", userId: athlete.userId },
    requestId: requestIdFrom(null),
  });
}

/** For dispatchers, identity and operations; never for athlete data. */
export function systemContext(options: { readonly requestId?: string | null } = {}): SystemContext {
  const requestId = options.requestId ?? currentRequestContext()?.requestId ?? requestIdFrom(null);
  const ids = { requestId };
  return prove<SystemContext>({
    tx: (work) => withRequestContext(ids, () => runAsSystem(getDatabase())(work)),
    now: new Date(),
    ports,
    log: loggerFor({ ...currentRequestContext(), ...ids }),
    requestId,
  });
}

/** The context of a request whose session was just found to be an admin's; for `lib/auth` alone. */
export function adminContextForSession(
  { userId, athlete }: Pick<SignedIn, "userId"> & { readonly athlete: SignedIn["athlete"] | null },
  requestId: string,
): AdminContext {
  const timeZone = athlete?.timeZone ?? "UTC";
  return prove<AdminContext>({ ...systemContext({ requestId }), adminId: userId, timeZone });
}

/** The same person in every log line, without saying who. */
export function userIdHash(userId: UserId): string {
  return createHash("sha256").update(userId).digest("hex").slice(0, 12);
}

function athleteContext(from: {
  athlete: { readonly id: AthleteId; readonly timeZone: string };
  actor: Actor;
  requestId: string;
}): AthleteContext {
  const { athlete, actor, requestId } = from;
  const ids = {
    requestId,
    ...(actor.userId === null ? {} : { userIdHash: userIdHash(actor.userId) }),
  };
  return prove<AthleteContext>({
    athleteId: athlete.id,
    actor,
    tx: (work, options) =>
      withRequestContext(ids, () => runAsAthlete(getDatabase(), athlete.id)(work, options)),
    now: new Date(),
    timeZone: athlete.timeZone,
    ports,
    log: loggerFor({ ...currentRequestContext(), ...ids }),
    requestId,
  });
}

/** The brand exists for the compiler only: it is what nobody outside this file can write down. */
function prove<Context>(fields: Omit<Context, typeof proven>): Context {
  return Object.freeze(fields) as Context;
}
