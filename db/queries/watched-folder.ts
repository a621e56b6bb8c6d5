import { eq } from "drizzle-orm";
import { watchedFolders } from "@/db/schema/watched-folders";
import type { AthleteTx } from "@/db/scope";

export type WatchedPlaceState = Omit<typeof watchedFolders.$inferSelect, "athleteId">;

/** The athlete's part of the watched folder and its last look; null when none of it is theirs. */
export async function watchedFolder(tx: AthleteTx): Promise<WatchedPlaceState | null> {
  const [place] = await tx.db
    .select({
      folder: watchedFolders.folder,
      lookedAt: watchedFolders.lookedAt,
      problem: watchedFolders.problem,
      files: watchedFolders.files,
      unfinished: watchedFolders.unfinished,
    })
    .from(watchedFolders)
    .where(eq(watchedFolders.athleteId, tx.athleteId));
  return place ?? null;
}
