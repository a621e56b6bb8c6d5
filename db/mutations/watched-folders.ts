import { eq, notInArray, sql } from "drizzle-orm";
import { watchedFolders } from "@/db/schema/watched-folders";
import type { AthleteTx, SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";

type Place = { readonly athleteId: AthleteId; readonly folder: string | null };

/** Makes these the parts of the watched folder that are somebody's; what a look found stays. */
export async function assignWatchedFolders(tx: SystemTx, places: readonly Place[]): Promise<void> {
  const athleteIds = places.map((place) => place.athleteId);
  await tx.db
    .delete(watchedFolders)
    .where(places.length === 0 ? undefined : notInArray(watchedFolders.athleteId, athleteIds));
  if (places.length === 0) return;
  await tx.db
    .insert(watchedFolders)
    .values([...places])
    .onConflictDoUpdate({
      target: watchedFolders.athleteId,
      set: { folder: sql`excluded.folder` },
    });
}

/** Tells everybody who has a part of the watched folder why there is nothing to be seen. */
export async function noteFolderGone(tx: SystemTx, problem: string, at: Date): Promise<void> {
  await tx.db.update(watchedFolders).set({ problem, lookedAt: at, files: 0, unfinished: 0 });
}

/** What a look into the athlete's part of the watched folder found. */
export async function noteFolderLook(
  tx: AthleteTx,
  look: Omit<typeof watchedFolders.$inferInsert, "athleteId" | "folder">,
): Promise<void> {
  await tx.db.update(watchedFolders).set(look).where(eq(watchedFolders.athleteId, tx.athleteId));
}
