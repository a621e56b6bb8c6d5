import { and, between, eq, gt, isNull, or } from "drizzle-orm";
import { type INVALIDATION_REASONS, insights } from "@/db/schema/insights";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

export type NewInsight = Omit<
  typeof insights.$inferInsert,
  "id" | "athleteId" | "invalidatedAt" | "invalidatedBecause" | "feedback" | "feedbackAt"
>;
export type InvalidationReason = (typeof INVALIDATION_REASONS)[number];

/** Keeps what was told; what has been told of the same days already stays. Returns how many are new. */
export async function saveInsights(tx: AthleteTx, rows: readonly NewInsight[]): Promise<number> {
  if (rows.length === 0) return 0;
  const saved = await tx.db
    .insert(insights)
    .values(rows.map((row) => ({ ...row, athleteId: tx.athleteId })))
    .onConflictDoNothing()
    .returning({ id: insights.id });
  return saved.length;
}

/** Keeps a briefing or debrief in the place of the one of the same morning or activity. */
export async function replaceInsight(tx: AthleteTx, row: NewInsight, now: Date): Promise<void> {
  const { kind, toDay, activityId = null } = row;
  await tx.db
    .update(insights)
    .set({ invalidatedAt: now, invalidatedBecause: "written_anew" })
    .where(
      and(
        eq(insights.athleteId, tx.athleteId),
        eq(insights.kind, kind),
        activityId === null ? eq(insights.toDay, toDay) : eq(insights.activityId, activityId),
        isNull(insights.invalidatedAt),
      ),
    );
  await tx.db.insert(insights).values({ ...row, athleteId: tx.athleteId });
}

/** A stretch of days, both included. */
export type InsightDays = { readonly fromDay: LocalDate; readonly toDay: LocalDate };

/**
 * Ends everything that holds at `now`, with the reason; of debriefs only those of the days given.
 * Returns how many.
 */
export async function invalidateInsights(
  tx: AthleteTx,
  because: InvalidationReason,
  now: Date,
  debriefsOf: InsightDays | null = null,
): Promise<number> {
  const isNoDebrief = isNull(insights.activityId);
  const ended = await tx.db
    .update(insights)
    .set({ invalidatedAt: now, invalidatedBecause: because })
    .where(
      and(
        eq(insights.athleteId, tx.athleteId),
        isNull(insights.invalidatedAt),
        debriefsOf === null
          ? isNoDebrief
          : or(isNoDebrief, between(insights.toDay, debriefsOf.fromDay, debriefsOf.toDay)),
        gt(insights.validUntil, now),
      ),
    )
    .returning({ id: insights.id });
  return ended.length;
}

/** Keeps a thumb up or down, or takes it back. Throws "not_found". */
export async function rateInsight(
  tx: AthleteTx,
  insightId: string,
  feedback: "up" | "down" | null,
  now: Date,
): Promise<void> {
  if (!isUuid(insightId)) throw notFound("The insight");
  const rated = await tx.db
    .update(insights)
    .set({ feedback, feedbackAt: feedback === null ? null : now })
    .where(and(eq(insights.athleteId, tx.athleteId), eq(insights.id, insightId)))
    .returning({ id: insights.id });
  if (rated.length === 0) throw notFound("The insight");
}
