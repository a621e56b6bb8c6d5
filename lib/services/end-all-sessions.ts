import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import { revokeAllSessions } from "@/db/mutations/sessions";
import type { SystemContext } from "@/lib/auth/context";
import type { RequestOrigin } from "@/lib/auth/request-origin";
import type { UserId } from "@/lib/ids";

/** Signs the user out everywhere, this browser included. */
export async function endAllSessions(
  ctx: SystemContext,
  userId: UserId,
  origin: RequestOrigin,
): Promise<void> {
  await ctx.tx(async (tx) => {
    await revokeAllSessions(tx, userId, ctx.now);
    await insertAuditEntry(tx, {
      event: "session.all_ended",
      outcome: "ok",
      userId,
      addressPrefix: origin.addressPrefix,
      requestId: ctx.requestId,
      now: ctx.now,
    });
  });
}
