import "server-only";
import { type AuditEntry, insertAuditEntry } from "@/db/mutations/audit-log";
import { insertSession, revokeSession } from "@/db/mutations/sessions";
import { setPasswordHash } from "@/db/mutations/users";
import { findIdentityByEmail, type Identity } from "@/db/queries/system";
import type { SystemContext } from "@/lib/auth/context";
import { hashPassword, verifyPassword } from "@/lib/auth/password-hash";
import type { RequestOrigin } from "@/lib/auth/request-origin";
import { ABSOLUTE_DAYS, daysAfter, IDLE_DAYS } from "@/lib/auth/session-lifetime";
import type { SessionClaims } from "@/lib/auth/session-token";
import type { SignInInput } from "@/lib/schemas/sign-in";
import { countSignInAttempt, forgiveSignInAttempts } from "./sign-in-limits";

export type StartedSession =
  | ({ readonly ok: true } & SessionClaims)
  | { readonly ok: false; readonly code: "invalid" }
  | { readonly ok: false; readonly code: "rate_limited"; readonly retryAfterS: number };

/**
 * Signs somebody in: counts the attempt, checks the password and opens a session with a new
 * id. `replaced` is the session that the browser brought along; it ends. The answer and the
 * time that it takes are the same for a wrong password and for an unknown address.
 */
export async function startSession(
  ctx: SystemContext,
  input: SignInInput,
  origin: RequestOrigin,
  replaced: SessionClaims | null = null,
): Promise<StartedSession> {
  const target = { email: input.email, address: origin.address };
  const attempt = await countSignInAttempt(ctx.tx, target, ctx.now);
  if (!attempt.isAllowed) {
    ctx.log.warn({ retryAfterS: attempt.retryAfterS }, "sign-in delayed");
    return { ok: false, code: "rate_limited", retryAfterS: attempt.retryAfterS };
  }
  const identity = await ctx.tx((tx) => findIdentityByEmail(tx, input.email));
  const check = await verifyPassword(input.password, identity?.passwordHash ?? null);
  if (!identity || !check.isCorrect) {
    await ctx.tx((tx) => insertAuditEntry(tx, entry(ctx, "failed", identity, origin)));
    return { ok: false, code: "invalid" };
  }
  const newHash = check.needsRehash ? await hashPassword(input.password) : null;
  const sessionId = await ctx.tx(async (tx) => {
    if (newHash !== null) await setPasswordHash(tx, identity.userId, newHash);
    if (replaced) await revokeSession(tx, replaced.userId, replaced.sessionId, ctx.now);
    await forgiveSignInAttempts(tx, target);
    await insertAuditEntry(tx, entry(ctx, "ok", identity, origin));
    return insertSession(tx, {
      userId: identity.userId,
      now: ctx.now,
      idleExpiresAt: daysAfter(ctx.now, IDLE_DAYS),
      absoluteExpiresAt: daysAfter(ctx.now, ABSOLUTE_DAYS),
      userAgent: origin.userAgent,
      addressPrefix: origin.addressPrefix,
    });
  });
  return { ok: true, userId: identity.userId, sessionId, epoch: identity.sessionEpoch };
}

function entry(
  ctx: SystemContext,
  outcome: "ok" | "failed",
  identity: Identity | null,
  origin: RequestOrigin,
): AuditEntry {
  return {
    event: "session.started",
    outcome,
    userId: identity?.userId ?? null,
    addressPrefix: origin.addressPrefix,
    requestId: ctx.requestId,
    now: ctx.now,
  };
}
