import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import { setRole } from "@/db/mutations/users";
import type { SystemContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";

export const USER_ROLES = ["athlete", "coach", "admin"] as const;
export type UserRole = (typeof USER_ROLES)[number];

/**
 * Gives an account a role on behalf of whoever runs the server. Sessions read it anew with each
 * request, so it holds at once. Throws "not_found" for an unknown address.
 */
export async function setUserRole(
  ctx: SystemContext,
  email: string,
  role: UserRole,
): Promise<void> {
  await ctx.tx(async (tx) => {
    const userId = await setRole(tx, email, role);
    if (userId === null) throw notFound(`An account with the address ${email}`);
    await insertAuditEntry(tx, {
      event: "role.changed",
      outcome: "ok",
      userId,
      addressPrefix: null,
      requestId: ctx.requestId,
      now: ctx.now,
    });
  });
}
