import { and, asc, eq, gte, lte } from "drizzle-orm";
import { mornings } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** The days from `from` to `to`, both included, whose morning was answered: they have a receipt. */
export async function morningDays(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<LocalDate[]> {
  const rows = await tx.db
    .select({ day: mornings.day })
    .from(mornings)
    .where(
      and(eq(mornings.athleteId, tx.athleteId), gte(mornings.day, from), lte(mornings.day, to)),
    )
    .orderBy(asc(mornings.day));
  return rows.map((row) => row.day);
}
