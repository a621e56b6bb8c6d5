import { and, eq, gt, isNull } from "drizzle-orm";
import { insights } from "@/db/schema/insights";
import type { AthleteTx } from "@/db/scope";
import type { Cited } from "@/lib/assistant/cited";
import type { LocalDate } from "@/lib/dates/local-date";

export type Reworded = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly cited: Cited;
  readonly model: string;
  readonly factsHash: string;
};

/** Puts a model's words in the place of the rules' where they still hold; false where they do not. */
export async function rewordInsight(
  tx: AthleteTx,
  told: { readonly detector: string; readonly toDay: LocalDate },
  words: Reworded,
  now: Date,
): Promise<boolean> {
  const found = await tx.db
    .update(insights)
    .set({ ...words, writtenBy: "model" })
    .where(
      and(
        eq(insights.athleteId, tx.athleteId),
        eq(insights.detector, told.detector),
        eq(insights.toDay, told.toDay),
        eq(insights.writtenBy, "rules"),
        isNull(insights.invalidatedAt),
        isNull(insights.activityId),
        gt(insights.validUntil, now),
      ),
    )
    .returning({ id: insights.id });
  return found.length > 0;
}
