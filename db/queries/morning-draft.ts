import { eq } from "drizzle-orm";
import { athleteSchedules } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { MorningDraft } from "@/lib/training/recovery/morning-types";

/** What the steps of a day's morning have worked out so far; null when there is nothing. */
export async function morningDraft(tx: AthleteTx, day: LocalDate): Promise<MorningDraft | null> {
  const [schedule] = await tx.db
    .select({ draft: athleteSchedules.draft })
    .from(athleteSchedules)
    .where(eq(athleteSchedules.athleteId, tx.athleteId));
  return schedule?.draft?.day === day ? schedule.draft : null;
}
