import { and, asc, between, eq, getTableColumns, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
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
  return statement(tx.db).execute({ athleteId: tx.athleteId, from, to });
}

const { placeholder } = sql;

const statement = prepared("formline_wellness_window", (db) =>
  db
    .select(columns)
    .from(wellnessDays)
    .where(
      and(
        eq(wellnessDays.athleteId, placeholder("athleteId")),
        between(wellnessDays.day, placeholder("from"), placeholder("to")),
      ),
    )
    .orderBy(asc(wellnessDays.day)),
);
