import "server-only";
import { insertAuditEntry } from "@/db/mutations/audit-log";
import type { AthleteContext, SystemContext } from "@/lib/auth/context";
import type { RequestOrigin } from "@/lib/auth/request-origin";
import { limitUse } from "./limit-use";

/** Reading everything is work; nobody needs it more often than this. */
const LIMIT = { points: 6, windowS: 3600 };

/** Notes that an athlete takes everything home. Throws "rate_limited" after six in an hour. */
export async function beginExport(
  ctx: AthleteContext,
  system: SystemContext,
  origin: RequestOrigin,
): Promise<void> {
  await limitUse(system, `export:${ctx.athleteId}`, LIMIT);
  await system.tx((tx) =>
    insertAuditEntry(tx, {
      event: "archive.exported",
      outcome: "ok",
      userId: ctx.actor.userId,
      addressPrefix: origin.addressPrefix,
      requestId: ctx.requestId,
      now: ctx.now,
    }),
  );
}
