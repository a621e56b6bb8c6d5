import "server-only";
import { updateConnection } from "@/db/mutations/connections";
import { findConnection } from "@/db/queries/connections";
import type { AthleteContext } from "@/lib/auth/context";
import { formatDay } from "@/lib/dates/format-day";
import { localDayAt } from "@/lib/dates/zoned-time";
import { PROVIDER_NAMES } from "@/lib/training/source/provider-names";
import { tellProblem } from "./ask-source";

/** Tells the athlete once that a key ends soon; one that has ended has to be replaced. */
export async function warnExpiringKey(
  ctx: AthleteContext,
  connectionId: string,
): Promise<{ readonly told: "expires_soon" | "signed_out" | null }> {
  return ctx.tx(async (tx) => {
    const connection = await findConnection(tx, connectionId);
    const end = connection?.credentialsExpireAt ?? null;
    if (connection?.status !== "connected" || end === null) return { told: null };
    const name = PROVIDER_NAMES[connection.provider];
    const day = formatDay(localDayAt(end, ctx.timeZone), "full");
    if (end > ctx.now) {
      const problem = `The ${name} key ends on ${day}. Make a new one at ${name} and enter it here before that.`;
      await tellProblem(tx, connectionId, { code: "expires_soon", problem });
      return { told: "expires_soon" };
    }
    await updateConnection(tx, connectionId, { status: "needs_reconnect", nextSyncAt: null });
    const problem = `The ${name} key ended on ${day}. Make a new one at ${name} and enter it here.`;
    await tellProblem(tx, connectionId, { code: "signed_out", problem });
    return { told: "signed_out" };
  });
}
