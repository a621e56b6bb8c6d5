import { and, eq, max, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { dailyLoads } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** The last day with a stored load, of all sports together; null when there is none. */
export async function lastComputedDay(tx: AthleteTx): Promise<LocalDate | null> {
  const [last] = await statement(tx.db).execute({ athleteId: tx.athleteId });
  return last?.day ?? null;
}

const statement = prepared("formline_last_computed_day", (db) =>
  db
    .select({ day: max(dailyLoads.day) })
    .from(dailyLoads)
    .where(
      and(eq(dailyLoads.athleteId, sql.placeholder("athleteId")), eq(dailyLoads.sport, "all")),
    ),
);
