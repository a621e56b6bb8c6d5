import { and, eq, getTableColumns } from "drizzle-orm";
import { checkIns } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

const { athleteId: _athleteId, ...columns } = getTableColumns(checkIns);

export type CheckIn = Omit<typeof checkIns.$inferSelect, "athleteId">;

/** The day's check-in; null when there was none. */
export async function checkInOn(tx: AthleteTx, day: LocalDate): Promise<CheckIn | null> {
  const [checkIn] = await tx.db
    .select(columns)
    .from(checkIns)
    .where(and(eq(checkIns.athleteId, tx.athleteId), eq(checkIns.day, day)));
  return checkIn ?? null;
}
