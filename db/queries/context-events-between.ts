import { and, asc, eq, getTableColumns, gte, lte } from "drizzle-orm";
import { contextEvents } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

const { athleteId: _athleteId, ...columns } = getTableColumns(contextEvents);

export type ContextEvent = Omit<typeof contextEvents.$inferSelect, "athleteId">;

/** Events that touch any day from `from` to `to`, both included, in the order of their beginning. */
export async function contextEventsBetween(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<ContextEvent[]> {
  return tx.db
    .select(columns)
    .from(contextEvents)
    .where(
      and(
        eq(contextEvents.athleteId, tx.athleteId),
        lte(contextEvents.fromDay, to),
        gte(contextEvents.toDay, from),
      ),
    )
    .orderBy(asc(contextEvents.fromDay), asc(contextEvents.createdAt));
}
