import { and, asc, between, eq, getTableColumns, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { dailyLoads } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

const { athleteId: _athleteId, ...columns } = getTableColumns(dailyLoads);

export type DailyLoad = Omit<typeof dailyLoads.$inferSelect, "athleteId">;

/** The stored series from `from` to `to`, both included, oldest first; of one sport when given. */
export async function dailyLoadsBetween(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
  sport?: string,
): Promise<DailyLoad[]> {
  const named = { athleteId: tx.athleteId, from, to };
  return sport === undefined
    ? everySport(tx.db).execute(named)
    : oneSport(tx.db).execute({ ...named, sport });
}

const { placeholder } = sql;

const inRange = and(
  eq(dailyLoads.athleteId, placeholder("athleteId")),
  between(dailyLoads.day, placeholder("from"), placeholder("to")),
);

const everySport = prepared("formline_daily_loads", (db) =>
  db
    .select(columns)
    .from(dailyLoads)
    .where(inRange)
    .orderBy(asc(dailyLoads.day), asc(dailyLoads.sport)),
);

const oneSport = prepared("formline_daily_loads_of_sport", (db) =>
  db
    .select(columns)
    .from(dailyLoads)
    .where(and(inRange, eq(dailyLoads.sport, placeholder("sport"))))
    .orderBy(asc(dailyLoads.day)),
);
