import { eq, max } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** The last day that has an answer; null when there is none. */
export async function lastAnsweredDay(tx: AthleteTx): Promise<LocalDate | null> {
  const [last] = await tx.db
    .select({ day: max(mornings.day) })
    .from(mornings)
    .where(eq(mornings.athleteId, tx.athleteId));
  return last?.day ?? null;
}
