import { eq } from "drizzle-orm";
import { athleteSchedules } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { MorningDraft } from "@/lib/training/recovery/morning-types";

/** Keeps what a morning has worked out so far for its next step; null when it is done. */
export async function saveMorningDraft(tx: AthleteTx, draft: MorningDraft | null): Promise<void> {
  await tx.db
    .update(athleteSchedules)
    .set({ draft })
    .where(eq(athleteSchedules.athleteId, tx.athleteId));
}
