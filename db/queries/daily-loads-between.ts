import { and, asc, between, eq, getTableColumns } from "drizzle-orm";
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
  return tx.db
    .select(columns)
    .from(dailyLoads)
    .where(
      and(
        eq(dailyLoads.athleteId, tx.athleteId),
        between(dailyLoads.day, from, to),
        sport === undefined ? undefined : eq(dailyLoads.sport, sport),
      ),
    )
    .orderBy(asc(dailyLoads.day), asc(dailyLoads.sport));
}
