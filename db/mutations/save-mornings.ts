import { sql } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";

export type MorningRow = Omit<
  typeof mornings.$inferInsert,
  "athleteId" | "response" | "respondedAt"
>;

/**
 * Saves a day's answer, replacing an earlier one. The athlete's response stays while the
 * recommendation that it was given to stays the same.
 */
export async function saveMorning(tx: AthleteTx, morning: MorningRow): Promise<void> {
  const isSame = sql`${mornings.recommendation} = excluded.recommendation`;
  await tx.db
    .insert(mornings)
    .values({ ...morning, athleteId: tx.athleteId })
    .onConflictDoUpdate({
      target: [mornings.athleteId, mornings.day],
      set: {
        recovery: sql`excluded.recovery`,
        decision: sql`excluded.decision`,
        recommendation: sql`excluded.recommendation`,
        inputs: sql`excluded.inputs`,
        computedAt: sql`excluded.computed_at`,
        response: sql`case when ${isSame} then ${mornings.response} end`,
        respondedAt: sql`case when ${isSame} then ${mornings.respondedAt} end`,
      },
    });
}
