import { athleteSchedules } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";

/** When the athlete's next morning is due, for instance after a change of time zone. */
export async function rescheduleMorning(tx: AthleteTx, nextMorningAt: Date): Promise<void> {
  await tx.db
    .insert(athleteSchedules)
    .values({ athleteId: tx.athleteId, nextMorningAt })
    .onConflictDoUpdate({ target: athleteSchedules.athleteId, set: { nextMorningAt } });
}
