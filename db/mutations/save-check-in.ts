import { lte, type SQL, sql } from "drizzle-orm";
import { checkIns } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

export type CheckInAnswers = {
  readonly day: LocalDate;
  readonly readiness: number;
  readonly soreness: number;
  readonly mood: number;
  readonly stress: number;
  readonly hasSymptoms: boolean;
  readonly note: string | null;
};

/**
 * Saves a day's answers; a second check-in on the day replaces the first whole, unless it was
 * `givenAt` an earlier moment and has only arrived later.
 */
export async function saveCheckIn(
  tx: AthleteTx,
  checkIn: CheckInAnswers,
  givenAt: Date | SQL<Date> = sql<Date>`now()`,
): Promise<void> {
  const { day, readiness, soreness, mood, stress, hasSymptoms, note } = checkIn;
  const answers = { readiness, soreness, mood, stress, hasSymptoms, note, createdAt: givenAt };
  await tx.db
    .insert(checkIns)
    .values({ ...answers, day, athleteId: tx.athleteId })
    .onConflictDoUpdate({
      target: [checkIns.athleteId, checkIns.day],
      set: answers,
      setWhere: lte(checkIns.createdAt, givenAt),
    });
}
