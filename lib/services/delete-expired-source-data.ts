import "server-only";
import { forgetRemoteActivities } from "@/db/mutations/forget-remote-activities";
import { expiredSourceFiles } from "@/db/queries/expired-source-files";
import type { AthleteContext } from "@/lib/auth/context";
import { expiringKinds } from "@/lib/training/source/terms";
import { enqueueDeletion } from "./delete-source-files";

const DAY_MS = 86_400_000;
/** It is looked every hour: nothing gets older than it may. */
const MARGIN_MS = 3_600_000;

/**
 * Has deleted what vendors let be kept for some days only (Strava: seven), counted from when it
 * was fetched: originals with the activities that came from them alone, and what the vendor's
 * list said of them. A job deletes and works the days out anew; repeated it finds the same.
 */
export async function deleteExpiredSourceData(
  ctx: AthleteContext,
): Promise<{ readonly files: number }> {
  return ctx.tx(async (tx) => {
    let files = 0;
    for (const { kind, provider, days } of expiringKinds()) {
      const before = keptSince(ctx.now, days);
      const expired = await expiredSourceFiles(tx, { kind, before });
      await enqueueDeletion(tx, expired);
      await forgetRemoteActivities(tx, provider, before);
      files += expired.length;
    }
    return { files };
  });
}

/** What was fetched before has to go. */
export function keptSince(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS + MARGIN_MS);
}
