import { weeklyReadiness } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** Keeps how ready a week felt, 1-5; a second answer takes the place of the first. */
export async function saveWeeklyReadiness(
  tx: AthleteTx,
  week: LocalDate,
  readiness: number,
): Promise<void> {
  await tx.db
    .insert(weeklyReadiness)
    .values({ athleteId: tx.athleteId, week, readiness })
    .onConflictDoUpdate({
      target: [weeklyReadiness.athleteId, weeklyReadiness.week],
      set: { readiness },
    });
}
