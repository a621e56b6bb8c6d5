import { and, eq } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { notFound } from "@/lib/errors";

export type MorningResponse = NonNullable<(typeof mornings.$inferSelect)["response"]>;

export type GivenResponse = Pick<typeof mornings.$inferSelect, "chosen" | "respondedAt"> & {
  /** Null takes an earlier one back. */
  readonly response: MorningResponse | null;
};

/** As before anybody answered. */
export const NO_RESPONSE: GivenResponse = { response: null, chosen: null, respondedAt: null };

/** What the athlete made of a day's recommendation. Throws "not_found" for a day without one. */
export async function recordResponse(
  tx: AthleteTx,
  day: LocalDate,
  given: GivenResponse,
): Promise<void> {
  const updated = await tx.db
    .update(mornings)
    .set(given)
    .where(and(eq(mornings.athleteId, tx.athleteId), eq(mornings.day, day)))
    .returning({ day: mornings.day });
  if (updated.length === 0) throw notFound("The recommendation of this day");
}
