import { and, asc, between, eq } from "drizzle-orm";
import { wellnessRecords } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** What each source said of each day, oldest first. */
export function wellnessRecordsBetween(tx: AthleteTx, from: LocalDate, to: LocalDate) {
  const { day, source, fields } = wellnessRecords;
  return tx.db
    .select({ day, source, fields })
    .from(wellnessRecords)
    .where(and(eq(wellnessRecords.athleteId, tx.athleteId), between(day, from, to)))
    .orderBy(asc(day), asc(source));
}
