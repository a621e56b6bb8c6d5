import { getTableColumns, type SQL, sql } from "drizzle-orm";
import { excluded } from "@/db/excluded";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { EncodedStreams } from "@/db/streams/encode-streams";
import { saveStreams } from "./save-streams";

export type ActivityRow = Omit<
  typeof activities.$inferInsert,
  "athleteId" | "createdAt" | "sourceFileId"
> & { readonly sourceFileId: string };

/** What identifies the row. */
const KEPT = new Set(["id", "athleteId", "sourceFileId", "sessionIndex", "createdAt"]);

const replaced = Object.fromEntries(
  Object.entries(getTableColumns(activities))
    .filter(([key]) => !KEPT.has(key))
    .map(([key, column]): [string, SQL] => [key, excluded(column)]),
);

/**
 * Saves the session `sessionIndex` of a source file, with its streams: inserted once,
 * replaced after that, so a repeated step doubles nothing. What the athlete has said of it
 * must be in the row already.
 */
export async function saveActivity(
  tx: AthleteTx,
  input: { readonly activity: ActivityRow; readonly streams: EncodedStreams | null },
): Promise<{ id: string; isNew: boolean }> {
  const [saved] = await tx.db
    .insert(activities)
    .values({ ...input.activity, athleteId: tx.athleteId })
    .onConflictDoUpdate({
      target: [activities.athleteId, activities.sourceFileId, activities.sessionIndex],
      set: replaced,
    })
    .returning({ id: activities.id, isNew: sql<boolean>`(xmax = 0)` });
  if (!saved) throw new Error("The activity was not stored.");
  await saveStreams(tx, saved.id, input.streams);
  return saved;
}
