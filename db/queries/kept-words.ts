import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { insights } from "@/db/schema/insights";
import type { AthleteTx } from "@/db/scope";
import type { KeptWords } from "@/lib/assistant/best-words";
import type { LocalDate } from "@/lib/dates/local-date";

const { id, title, text, action, model, severity, evidence, cited, feedback } = insights;
const columns = { id, title, text, action, model, severity, evidence, cited, feedback };

/** A model's words of a morning's answer; null where there are none. */
export async function keptBriefing(tx: AthleteTx, day: LocalDate): Promise<KeptWords | null> {
  const [row] = await tx.db
    .select(columns)
    .from(insights)
    .where(
      and(
        eq(insights.athleteId, tx.athleteId),
        eq(insights.kind, "briefing"),
        eq(insights.toDay, day),
        isNull(insights.invalidatedAt),
      ),
    )
    .orderBy(desc(insights.createdAt))
    .limit(1);
  return row ?? null;
}

/** The same of an activity, as long as they hold. */
export async function keptDebrief(
  tx: AthleteTx,
  activityId: string,
  now: Date,
): Promise<KeptWords | null> {
  const [row] = await tx.db
    .select(columns)
    .from(insights)
    .where(
      and(
        eq(insights.athleteId, tx.athleteId),
        eq(insights.activityId, activityId),
        isNull(insights.invalidatedAt),
        gt(insights.validUntil, now),
      ),
    )
    .orderBy(desc(insights.createdAt))
    .limit(1);
  return row ?? null;
}
