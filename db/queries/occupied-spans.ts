import { sql } from "drizzle-orm";
import { itsStartIsHidden } from "@/db/hidden-start";
import { rows } from "@/db/rows";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";

export type TimeSpan = { readonly from: Date; readonly to: Date };

/**
 * Indices of the spans in which the athlete has any activity, whatever its sport: what is
 * recorded in the others is surely no second recording of one. One that hides when it began
 * may be of any time of its day.
 */
export async function occupiedSpans(tx: AthleteTx, spans: readonly TimeSpan[]): Promise<number[]> {
  if (spans.length === 0) return [];
  const given = JSON.stringify(spans.map(({ from, to }, i) => ({ i, from, to })));
  const found = await tx.db.execute(sql`
    select span.i from jsonb_to_recordset(${given}::jsonb) as span(i integer, "from" timestamptz, "to" timestamptz)
    where exists (
      select 1 from ${activities}
      where ${activities.athleteId} = ${tx.athleteId}
        and ${activities.startedAt} between span."from" - interval '4 days' and span."to"
        and ${activities.startedAt} + case when ${itsStartIsHidden} then interval '1 day'
          else make_interval(secs => ${activities.elapsedS}) end >= span."from")`);
  return rows<{ i: number }>(found).map(({ i }) => i);
}
