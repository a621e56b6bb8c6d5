import { and, eq, getTableColumns, gte, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { dailyLoads } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

export type DailyLoadRow = Omit<typeof dailyLoads.$inferSelect, "athleteId">;

/**
 * Makes `rows` the athlete's whole series from `fromDay` on; what stood there before and is
 * not among them is gone. One statement for any number of days.
 */
export async function saveDailyLoads(
  tx: AthleteTx,
  fromDay: LocalDate,
  rows: readonly DailyLoadRow[],
): Promise<void> {
  if (rows.some((row) => row.day < fromDay)) {
    throw new RangeError(`A daily load lies before ${fromDay}, the first day to be replaced.`);
  }
  await tx.db
    .delete(dailyLoads)
    .where(and(eq(dailyLoads.athleteId, tx.athleteId), gte(dailyLoads.day, fromDay)));
  if (rows.length === 0) return;
  // One JSON parameter instead of a dozen for each row: ten years are some 15 000 rows.
  const records = JSON.stringify(rows.map((row) => inColumns({ ...row, athleteId: tx.athleteId })));
  await tx.db.execute(
    sql`insert into ${dailyLoads} select * from jsonb_populate_recordset(null::${dailyLoads}, ${records}::jsonb)`,
  );
}

const columnKeys = Object.keys(
  getTableColumns(dailyLoads),
) as (keyof typeof dailyLoads.$inferSelect)[];

function inColumns(row: typeof dailyLoads.$inferSelect): Record<string, unknown> {
  return Object.fromEntries(columnKeys.map((key) => [toSnakeCase(key), row[key]]));
}
