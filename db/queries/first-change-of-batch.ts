import { sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { activities } from "@/db/schema/activities";
import { importFiles } from "@/db/schema/imports";
import { recordings } from "@/db/schema/recordings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { isUuid } from "@/lib/ids";

/**
 * The earliest day that a batch changed, by what its ledger says: null when it changed none.
 * A file that is another recording of a known activity changed it when the activity takes
 * anything from it.
 * Asked of the database and not of the steps that ran, because a step that was killed after
 * its work was stored finds nothing left to do when it is repeated.
 */
export async function firstChangeOfBatch(
  tx: AthleteTx,
  batchId: string,
): Promise<LocalDate | null> {
  if (!isUuid(batchId)) return null;
  const found = await tx.db.execute(sql`
    with files as (
      select activity_ids, wellness_days, source_file_id, reason_code from ${importFiles}
      where athlete_id = ${tx.athleteId} and batch_id = ${batchId}
    )
    select min(day)::text as day from (
      select ${activities.day} as day from ${activities}
      where ${activities.athleteId} = ${tx.athleteId} and ${activities.id} in (
        select changed.id::uuid from files, jsonb_array_elements_text(files.activity_ids) as changed(id))
      union all
      select beside.day from files
        join ${recordings} its on its.source_file_id = files.source_file_id
          and its.athlete_id = ${tx.athleteId} and its.wins <> '[]'::jsonb
        join ${recordings} beside on beside.activity_id = its.activity_id
          and beside.athlete_id = ${tx.athleteId}
        where files.reason_code = 'same_activity'
      union all
      select night.day::date from files, jsonb_array_elements_text(files.wellness_days) as night(day)
    ) as changed`);
  return rows<{ day: LocalDate | null }>(found)[0]?.day ?? null;
}
