import { and, asc, desc, eq, getTableColumns, gt, isNull, ne } from "drizzle-orm";
import { insights } from "@/db/schema/insights";
import type { AthleteTx } from "@/db/scope";

const { athleteId: _athleteId, ...columns } = getTableColumns(insights);

export type Insight = Omit<typeof insights.$inferSelect, "athleteId">;

/** What was told last and still holds at `now`, the weightiest first; no briefings or debriefs. */
export async function insightsOn(tx: AthleteTx, now: Date): Promise<Insight[]> {
  const valid = await tx.db
    .select(columns)
    .from(insights)
    .where(
      and(
        eq(insights.athleteId, tx.athleteId),
        isNull(insights.invalidatedAt),
        isNull(insights.activityId),
        ne(insights.kind, "briefing"),
        gt(insights.validUntil, now),
      ),
    )
    .orderBy(desc(insights.toDay), desc(insights.createdAt), asc(insights.position));
  const [last] = valid;
  return valid.filter(({ kind, toDay }) => kind === last?.kind && toDay === last.toDay);
}
