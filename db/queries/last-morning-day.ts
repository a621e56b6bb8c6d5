import { eq } from "drizzle-orm";
import { athleteSchedules } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** The local day of the last morning that was started; null before the first. */
export async function lastMorningDay(tx: AthleteTx): Promise<LocalDate | null> {
  const [schedule] = await tx.db
    .select({ day: athleteSchedules.lastMorningDay })
    .from(athleteSchedules)
    .where(eq(athleteSchedules.athleteId, tx.athleteId));
  return schedule?.day ?? null;
}
