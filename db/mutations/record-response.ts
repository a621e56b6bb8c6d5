import { and, eq } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { notFound } from "@/lib/errors";

export type MorningResponse = NonNullable<(typeof mornings.$inferSelect)["response"]>;

/** What the athlete made of a day's recommendation. Throws "not_found" for a day without one. */
export async function recordResponse(
  tx: AthleteTx,
  day: LocalDate,
  response: MorningResponse,
  respondedAt: Date,
): Promise<void> {
  const updated = await tx.db
    .update(mornings)
    .set({ response, respondedAt })
    .where(and(eq(mornings.athleteId, tx.athleteId), eq(mornings.day, day)))
    .returning({ day: mornings.day });
  if (updated.length === 0) throw notFound("The recommendation of this day");
}
