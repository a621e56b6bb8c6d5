import { eq } from "drizzle-orm";
import { athletes } from "@/db/schema/athletes";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";

export type ProfileChanges = Partial<
  Pick<
    typeof athletes.$inferInsert,
    | "displayName"
    | "sex"
    | "birthDate"
    | "heightM"
    | "timeZone"
    | "units"
    | "firstWeekday"
    | "morningMinute"
    | "mainSport"
    | "weekdayMinutes"
    | "gradedPaceModel"
    | "refusedFtpW"
    | "ownWeights"
    | "memoryEdits"
  >
>;

/** Changes the fields that are given; the others stay. */
export async function updateProfile(tx: AthleteTx, changes: ProfileChanges): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  const updated = await tx.db
    .update(athletes)
    .set(changes)
    .where(eq(athletes.id, tx.athleteId))
    .returning({ id: athletes.id });
  if (updated.length === 0) throw notFound("This athlete");
}
