import "server-only";
import { expiringConnections } from "@/db/queries/due-connections";
import type { SystemContext } from "@/lib/auth/context";

const WARN_DAYS = 7;
const DAY_MS = 86_400_000;
/** More than a server has; those that are left out have their turn the next day. */
const MOST = 5_000;

/** Connections whose key ends within a week, or has ended. */
export async function dispatchKeyWarnings(ctx: SystemContext): Promise<{
  connections: readonly { readonly athleteId: string; readonly connectionId: string }[];
}> {
  const before = new Date(ctx.now.getTime() + WARN_DAYS * DAY_MS);
  const found = await ctx.tx((tx) => expiringConnections(tx, before, MOST));
  return {
    connections: found.map(({ id: connectionId, athleteId }) => ({ athleteId, connectionId })),
  };
}
