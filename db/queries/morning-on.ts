import { and, eq, getTableColumns, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

const { athleteId: _athleteId, ...columns } = getTableColumns(mornings);

export type Morning = Omit<typeof mornings.$inferSelect, "athleteId">;

/** The answer of a day with everything that it was made from; null when there is none. */
export async function morningOn(tx: AthleteTx, day: LocalDate): Promise<Morning | null> {
  const [morning] = await statement(tx.db).execute({ athleteId: tx.athleteId, day });
  return morning ?? null;
}

const { placeholder } = sql;

const statement = prepared("formline_morning", (db) =>
  db
    .select(columns)
    .from(mornings)
    .where(
      and(eq(mornings.athleteId, placeholder("athleteId")), eq(mornings.day, placeholder("day"))),
    ),
);
