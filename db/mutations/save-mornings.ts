import { sql } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";

export type MorningRow = Omit<
  typeof mornings.$inferInsert,
  "athleteId" | "response" | "respondedAt" | "chosen"
>;

/** An answer that is changed again and again says how it changed last. */
const MOST_REVISIONS = 12;

/**
 * Saves the answers of days, replacing earlier ones, in one statement; the revisions that are
 * given are added to those that stand there. The athlete's response stays while the
 * recommendation that it was given to stays the same.
 */
export async function saveMornings(tx: AthleteTx, rows: readonly MorningRow[]): Promise<void> {
  if (rows.length === 0) return;
  const records = JSON.stringify(
    rows.map(({ computedAt, ...row }) => ({ revisions: [], ...row, computed_at: computedAt })),
  );
  const isSame = sql`${mornings.recommendation} = excluded.recommendation`;
  await tx.db.execute(sql`
    insert into ${mornings}
      (athlete_id, day, recovery, decision, recommendation, inputs, computed_at, progress, revisions)
    select ${tx.athleteId}, row.*
    from json_to_recordset(${records}::json) as row(
      day date, recovery jsonb, decision jsonb, recommendation jsonb, inputs jsonb,
      computed_at timestamptz, progress jsonb, revisions jsonb)
    on conflict (athlete_id, day) do update set
      recovery = excluded.recovery,
      decision = excluded.decision,
      recommendation = excluded.recommendation,
      inputs = excluded.inputs,
      computed_at = excluded.computed_at,
      progress = excluded.progress,
      revisions = case
        when jsonb_array_length(${mornings.revisions}) < ${sql.raw(String(MOST_REVISIONS))} or excluded.revisions = '[]'
          then ${mornings.revisions} || excluded.revisions
        else (${mornings.revisions} - 0) || excluded.revisions
      end,
      response = case when ${isSame} then ${mornings.response} end,
      responded_at = case when ${isSame} then ${mornings.respondedAt} end,
      chosen = case when ${isSame} then ${mornings.chosen} end`);
}
