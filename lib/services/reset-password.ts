import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import { revokeAllSessions } from "@/db/mutations/sessions";
import { setPasswordHash } from "@/db/mutations/users";
import { findIdentityByEmail } from "@/db/queries/system";
import type { SystemContext } from "@/lib/auth/context";
import { hashPassword } from "@/lib/auth/password-hash";
import { passwordWeakness } from "@/lib/auth/password-weakness";
import { invalidInput, notFound } from "@/lib/errors";
import { type ResetPasswordInput, resetPasswordSchema } from "@/lib/schemas/reset-password";
import { parseInput } from "./parse-input";
import { liftSignInDelay } from "./sign-in-limits";

/**
 * Sets a new password on behalf of whoever runs the server, ends every session and lifts the
 * delay on the account. Throws "not_found" for an unknown address and "invalid_input" for a
 * password that is easily guessed.
 */
export async function resetPassword(ctx: SystemContext, input: ResetPasswordInput): Promise<void> {
  const { email, password } = parseInput(resetPasswordSchema, input);
  const weakness = passwordWeakness(password, [email]);
  if (weakness) throw invalidInput(weakness, { field: "password" });
  const passwordHash = await hashPassword(password);
  await ctx.tx(async (tx) => {
    const identity = await findIdentityByEmail(tx, email);
    if (!identity) throw notFound("This account");
    await setPasswordHash(tx, identity.userId, passwordHash);
    await revokeAllSessions(tx, identity.userId, ctx.now);
    await liftSignInDelay(tx, email);
    await insertAuditEntry(tx, {
      event: "password.reset",
      outcome: "ok",
      userId: identity.userId,
      addressPrefix: null,
      requestId: ctx.requestId,
      now: ctx.now,
    });
  });
}
