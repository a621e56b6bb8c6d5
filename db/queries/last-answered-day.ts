import { eq, max, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** The last day that has an answer; null when there is none. */
export async function lastAnsweredDay(tx: AthleteTx): Promise<LocalDate | null> {
  const [last] = await statement(tx.db).execute({ athleteId: tx.athleteId });
  return last?.day ?? null;
}

const statement = prepared("formline_last_answered_day", (db) =>
  db
    .select({ day: max(mornings.day) })
    .from(mornings)
    .where(eq(mornings.athleteId, sql.placeholder("athleteId"))),
);
