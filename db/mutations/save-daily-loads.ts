import { getTableColumns, sql } from "drizzle-orm";
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
  // One JSON parameter instead of a dozen for each row: ten years are some 15 000 rows.
  const records = JSON.stringify(rows.map((row) => inColumns({ ...row, athleteId: tx.athleteId })));
  const { athleteId, sport, day } = dailyLoads;
  await tx.db.execute(sql`
    with series as materialized (
      select * from jsonb_populate_recordset(null::${dailyLoads}, ${records}::jsonb)
    ), gone as (
      delete from ${dailyLoads}
      where ${athleteId} = ${tx.athleteId} and ${day} >= ${fromDay}
        and not exists (select from series where series.sport = ${sport} and series.day = ${day})
    )
    insert into ${dailyLoads} select * from series
    on conflict (athlete_id, sport, day) do update set ${changes}
      where ${dailyLoads}.* is distinct from excluded.*`);
}

const { athleteId: _athleteId, sport: _sport, day: _day, ...values } = getTableColumns(dailyLoads);

/** Written once, because it is most of the statement. */
const changes = sql.raw(
  Object.values(values)
    .map(({ name }) => toSnakeCase(name))
    .map((name) => `"${name}" = excluded."${name}"`)
    .join(", "),
);

const columnKeys = Object.keys(
  getTableColumns(dailyLoads),
) as (keyof typeof dailyLoads.$inferSelect)[];

function inColumns(row: typeof dailyLoads.$inferSelect): Record<string, unknown> {
  return Object.fromEntries(columnKeys.map((key) => [toSnakeCase(key), row[key]]));
}
