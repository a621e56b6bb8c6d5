import "server-only";
import { athletesWithExpiredFiles } from "@/db/queries/expired-source-files";
import type { SystemContext } from "@/lib/auth/context";
import { expiringKinds } from "@/lib/training/source/terms";
import { keptSince } from "./delete-expired-source-data";

/** The athletes who have something of a vendor that may be kept no longer. */
export async function dispatchExpiredSourceData(
  ctx: SystemContext,
): Promise<{ readonly athleteIds: readonly string[] }> {
  const found = await ctx.tx(async (tx) => {
    const athletes: string[] = [];
    for (const { kind, days } of expiringKinds()) {
      const before = keptSince(ctx.now, days);
      athletes.push(...(await athletesWithExpiredFiles(tx, { kind, before })));
    }
    return athletes;
  });
  return { athleteIds: [...new Set(found)] };
}
