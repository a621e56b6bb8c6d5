import { sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { importFiles } from "@/db/schema/imports";
import type { AthleteTx } from "@/db/scope";
import { isUuid } from "@/lib/ids";
import { isWorthRetrying } from "@/lib/schemas/import";

export type ImportOutcome = {
  readonly status: "imported" | "duplicate" | "partial" | "rejected";
  readonly reasonCode?: string | null;
  readonly reason?: string | null;
  readonly sourceFileId?: string | null;
  readonly activityIds?: readonly string[];
  readonly wellnessDays?: readonly string[];
  readonly duplicateOfActivityId?: string | null;
};

/**
 * Gives a waiting file its outcome; its bytes are forgotten unless another try may go better. The first outcome stands: false when the file has one,
 * or when the athlete has no such file.
 */
export async function finishImportFile(
  tx: AthleteTx,
  fileId: string,
  outcome: ImportOutcome,
): Promise<boolean> {
  if (!isUuid(fileId)) return false;
  return (await finishImportFiles(tx, [{ id: fileId, outcome }])) > 0;
}

/** The same for many; returns how many got their outcome. */
export async function finishImportFiles(
  tx: AthleteTx,
  files: readonly { readonly id: string; readonly outcome: ImportOutcome }[],
): Promise<number> {
  if (files.length === 0) return 0;
  const given = files.map(({ id, outcome }) => ({
    id,
    status: outcome.status,
    reason_code: outcome.reasonCode ?? null,
    reason: outcome.reason ?? null,
    source_file_id: outcome.sourceFileId ?? null,
    activity_ids: outcome.activityIds ?? [],
    wellness_days: outcome.wellnessDays ?? [],
    duplicate_of_activity_id: outcome.duplicateOfActivityId ?? null,
    keeps_bytes: isWorthRetrying(outcome.reasonCode ?? null),
  }));
  const finished = await tx.db.execute(sql`
    update ${importFiles} set
      status = given.status,
      reason_code = given.reason_code,
      reason = given.reason,
      source_file_id = given.source_file_id,
      activity_ids = given.activity_ids,
      wellness_days = given.wellness_days,
      duplicate_of_activity_id = given.duplicate_of_activity_id,
      spool_key = case when given.keeps_bytes then ${importFiles.spoolKey} end,
      finished_at = now()
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(
      id uuid, status text, reason_code text, reason text, source_file_id uuid, activity_ids jsonb,
      wellness_days jsonb, duplicate_of_activity_id uuid, keeps_bytes boolean)
    where ${importFiles.athleteId} = ${tx.athleteId}
      and ${importFiles.id} = given.id
      and ${importFiles.status} = 'waiting'
    returning ${importFiles.id}`);
  return rows(finished).length;
}
