import { and, count, desc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { activities } from "@/db/schema/activities";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { type ImportSummary, isWorthRetrying } from "@/lib/schemas/import";

const NOTHING: ImportSummary = { fromDay: null, toDay: null, activities: 0, days: 0, causes: [] };

/** What a batch brought: how much, of which period, and why files were not taken. */
export async function importSummary(tx: AthleteTx, batchId: string): Promise<ImportSummary> {
  if (!isUuid(batchId)) return NOTHING;
  const found = await tx.db.execute(sql`
    with files as (
      select activity_ids, wellness_days from ${importFiles}
      where athlete_id = ${tx.athleteId} and batch_id = ${batchId}
    ), recorded as (
      select ${activities.day} as day from ${activities}
      where ${activities.athleteId} = ${tx.athleteId} and ${activities.id} in (
        select new.id::uuid from files, jsonb_array_elements_text(files.activity_ids) as new(id))
    ), nights as (
      select distinct night.day::date as day
      from files, jsonb_array_elements_text(files.wellness_days) as night(day)
    )
    select
      (select count(*) from recorded)::int as activities,
      (select count(*) from nights)::int as days,
      min(day)::text as "fromDay", max(day)::text as "toDay"
    from (select day from recorded union all select day from nights) as covered`);
  const [covered] = rows<Omit<ImportSummary, "causes">>(found);
  return { ...NOTHING, ...covered, causes: await causesOf(tx, batchId) };
}

async function causesOf(tx: AthleteTx, batchId: string): Promise<ImportSummary["causes"]> {
  const files = count();
  const causes = await tx.db
    .select({
      code: sql<string>`${importFiles.reasonCode}`,
      reason: sql<string>`min(${importFiles.reason})`,
      files,
    })
    .from(importFiles)
    .where(
      and(
        eq(importFiles.athleteId, tx.athleteId),
        eq(importFiles.batchId, batchId),
        inArray(importFiles.status, ["rejected", "duplicate", "partial"]),
        isNotNull(importFiles.reasonCode),
      ),
    )
    .groupBy(importFiles.reasonCode)
    .orderBy(desc(files), importFiles.reasonCode);
  return causes.map((cause) => ({ ...cause, isRetriable: isWorthRetrying(cause.code) }));
}
