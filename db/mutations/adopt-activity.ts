import { and, eq } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";

/**
 * Makes an activity that of another file's session, so that saving that session replaces it:
 * its id and its journal of edits stay.
 */
export async function adoptActivity(
  tx: AthleteTx,
  id: string,
  session: { readonly sourceFileId: string; readonly sessionIndex: number },
): Promise<void> {
  await tx.db
    .update(activities)
    .set(session)
    .where(and(eq(activities.athleteId, tx.athleteId), eq(activities.id, id)));
}
