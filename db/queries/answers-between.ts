import { and, asc, between, eq, sql } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type { Decision } from "@/lib/training/recovery/recovery-types";

/** What was said yes to; where nothing was, what was recommended. */
const workout = sql<RecommendedWorkout | null>`nullif(case ${mornings.response}
  when 'swapped' then ${mornings.chosen}
  when 'kept' then coalesce(nullif(${mornings.recommendation} -> 'original', 'null'), ${mornings.recommendation} -> 'workout')
  else ${mornings.recommendation} -> 'workout' end, 'null')`;

/** Each morning's decision, its workout, and what the athlete made of it, oldest first. */
export function answersBetween(tx: AthleteTx, from: LocalDate, to: LocalDate) {
  return tx.db
    .select({
      day: mornings.day,
      decision: sql<Decision>`${mornings.decision} ->> 'decision'`,
      response: mornings.response,
      workout,
    })
    .from(mornings)
    .where(and(eq(mornings.athleteId, tx.athleteId), between(mornings.day, from, to)))
    .orderBy(asc(mornings.day));
}
