import { and, asc, between, eq, getTableColumns } from "drizzle-orm";
import { wellnessDays } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

const { athleteId: _athleteId, updatedAt: _updatedAt, ...columns } = getTableColumns(wellnessDays);

export type WellnessDay = Omit<typeof wellnessDays.$inferSelect, "athleteId" | "updatedAt">;

/** The wellness days from `from` to `to`, both included, oldest first; unmeasured days are absent. */
export async function wellnessWindow(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<WellnessDay[]> {
  return tx.db
    .select(columns)
    .from(wellnessDays)
    .where(and(eq(wellnessDays.athleteId, tx.athleteId), between(wellnessDays.day, from, to)))
    .orderBy(asc(wellnessDays.day));
}
