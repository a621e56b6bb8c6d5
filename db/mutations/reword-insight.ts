import { and, eq, gt, isNull } from "drizzle-orm";
import { insights } from "@/db/schema/insights";
import type { AthleteTx } from "@/db/scope";
import type { Cited } from "@/lib/assistant/cited";
import type { LocalDate } from "@/lib/dates/local-date";

export type Reworded = {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  /** What a model's numbers are; null with the rules' own. */
  readonly cited: Cited | null;
  /** Null when they are the rules' own, with a sentence of care. */
  readonly model: string | null;
  readonly factsHash: string | null;
};

/** Puts words in the place of the rules' where those still hold; false where they do not. */
export async function rewordInsight(
  tx: AthleteTx,
  told: { readonly detector: string; readonly toDay: LocalDate },
  words: Reworded,
  now: Date,
): Promise<boolean> {
  const found = await tx.db
    .update(insights)
    .set({ ...words, writtenBy: words.model === null ? "rules" : "model" })
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
