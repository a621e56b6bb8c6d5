import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import { revokeSession } from "@/db/mutations/sessions";
import type { SystemContext } from "@/lib/auth/context";
import type { RequestOrigin } from "@/lib/auth/request-origin";
import { notFound } from "@/lib/errors";
import type { SessionId, UserId } from "@/lib/ids";

/** Signs one browser out, this one or another of the same user; whoever kept its cookie has nothing. */
export async function endSession(
  ctx: SystemContext,
  session: { readonly userId: UserId; readonly sessionId: SessionId },
  origin: RequestOrigin,
): Promise<void> {
  await ctx.tx(async (tx) => {
    const ended = await revokeSession(tx, session.userId, session.sessionId, ctx.now);
    if (!ended) throw notFound("This session");
    await insertAuditEntry(tx, {
      event: "session.ended",
      outcome: "ok",
      userId: session.userId,
      addressPrefix: origin.addressPrefix,
      requestId: ctx.requestId,
      now: ctx.now,
    });
  });
}
