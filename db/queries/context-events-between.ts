import { and, asc, eq, getTableColumns, gte, lte, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
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
  return statement(tx.db).execute({ athleteId: tx.athleteId, from, to });
}

const { placeholder } = sql;

const statement = prepared("formline_context_events", (db) =>
  db
    .select(columns)
    .from(contextEvents)
    .where(
      and(
        eq(contextEvents.athleteId, placeholder("athleteId")),
        lte(contextEvents.fromDay, placeholder("to")),
        gte(contextEvents.toDay, placeholder("from")),
      ),
    )
    .orderBy(asc(contextEvents.fromDay), asc(contextEvents.createdAt)),
);
