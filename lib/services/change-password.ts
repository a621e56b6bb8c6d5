import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import { revokeAllSessions } from "@/db/mutations/sessions";
import { setPasswordHash } from "@/db/mutations/users";
import { findIdentityById } from "@/db/queries/system";
import type { SystemContext } from "@/lib/auth/context";
import { hashPassword, verifyPassword } from "@/lib/auth/password-hash";
import { passwordWeakness } from "@/lib/auth/password-weakness";
import type { RequestOrigin } from "@/lib/auth/request-origin";
import { AppError, invalidInput, notFound } from "@/lib/errors";
import type { UserId } from "@/lib/ids";
import type { ChangePasswordInput } from "@/lib/schemas/password";
import { countSignInAttempt, forgiveSignInAttempts } from "./sign-in-limits";

/**
 * Changes the password of somebody who knows the current one, and ends all their sessions,
 * this one included: whoever else is signed in is out. Guessing the current password here
 * is slowed down as it is at sign-in. Throws "invalid_input" (details.field) or "rate_limited".
 */
export async function changePassword(
  ctx: SystemContext,
  userId: UserId,
  input: ChangePasswordInput,
  origin: RequestOrigin,
): Promise<void> {
  const identity = await ctx.tx((tx) => findIdentityById(tx, userId));
  if (!identity) throw notFound("This account");
  const target = { email: identity.email, address: origin.address };
  const attempt = await countSignInAttempt(ctx.tx, target, ctx.now);
  if (!attempt.isAllowed) {
    const { retryAfterS } = attempt;
    throw new AppError("rate_limited", `Too many attempts. Wait ${retryAfterS} s and try again.`, {
      details: { retryAfterS },
    });
  }
  const entry = {
    event: "password.changed",
    userId,
    addressPrefix: origin.addressPrefix,
    requestId: ctx.requestId,
    now: ctx.now,
  } as const;
  const { isCorrect } = await verifyPassword(input.currentPassword, identity.passwordHash);
  if (!isCorrect) {
    await ctx.tx((tx) => insertAuditEntry(tx, { ...entry, outcome: "failed" }));
    throw invalidInput("The current password is not right.", { field: "currentPassword" });
  }
  const weakness = passwordWeakness(input.newPassword, [identity.email]);
  if (weakness) throw invalidInput(weakness, { field: "newPassword" });
  const passwordHash = await hashPassword(input.newPassword);
  await ctx.tx(async (tx) => {
    await setPasswordHash(tx, userId, passwordHash);
    await revokeAllSessions(tx, userId, ctx.now);
    await forgiveSignInAttempts(tx, target);
    await insertAuditEntry(tx, { ...entry, outcome: "ok" });
  });
}
