import "server-only";
import { findConnection } from "@/db/queries/connections";
import type { AthleteContext } from "@/lib/auth/context";

/**
 * Whether it was the vendor on which a job's part has failed, and not Formline: then the
 * connection says so, and the job ends quietly until the next sync.
 */
export async function vendorFailed(
  ctx: AthleteContext,
  connectionId: string,
): Promise<{ readonly isVendors: boolean }> {
  const connection = await ctx.tx((tx) => findConnection(tx, connectionId));
  return { isVendors: connection === null || connection.problemCode !== null };
}
