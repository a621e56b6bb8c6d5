import { and, eq, inArray, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { wellnessDays, wellnessRecords } from "@/db/schema/days";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { recombineWellnessDays } from "./merge-wellness-days";

/**
 * Takes away what a maker's devices said of days that no file of the athlete speaks of; what
 * others said of them is combined anew. Returns those days, in order.
 */
export async function deleteWellness(tx: AthleteTx, maker: "garmin"): Promise<LocalDate[]> {
  const deleted = await tx.db.execute(sql`
    delete from ${wellnessRecords}
    where ${wellnessRecords.athleteId} = ${tx.athleteId}
      and split_part(${wellnessRecords.source}, ':', 1) = ${maker}
      and not exists (
        select from ${importFiles} f where f.athlete_id = ${tx.athleteId}
          and f.wellness_days ? ${wellnessRecords.day}::text)
    returning ${wellnessRecords.day}::text as day`);
  const days = [...new Set(rows<{ day: LocalDate }>(deleted).map(({ day }) => day))].sort();
  if (days.length === 0) return [];
  await tx.db
    .delete(wellnessDays)
    .where(and(eq(wellnessDays.athleteId, tx.athleteId), inArray(wellnessDays.day, days)));
  await recombineWellnessDays(tx, days);
  return days;
}
