import { count, eq, sql, sum } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import { sourceFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";

export type ArchiveSize = {
  readonly activities: number;
  readonly originals: number;
  /** Of the originals as they were received. */
  readonly originalBytes: number;
};

/** How much the athlete's archive holds. */
export async function archiveSize(tx: AthleteTx): Promise<ArchiveSize> {
  const [files] = await tx.db
    .select({
      originals: count(),
      originalBytes: sql<number>`coalesce(${sum(sourceFiles.byteLength)}, 0)`.mapWith(Number),
    })
    .from(sourceFiles)
    .where(eq(sourceFiles.athleteId, tx.athleteId));
  const [recorded] = await tx.db
    .select({ activities: count() })
    .from(activities)
    .where(eq(activities.athleteId, tx.athleteId));
  return {
    activities: recorded?.activities ?? 0,
    originals: files?.originals ?? 0,
    originalBytes: files?.originalBytes ?? 0,
  };
}
