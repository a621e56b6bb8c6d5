import { and, asc, between, eq, sql } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type { Decision } from "@/lib/training/recovery/recovery-types";

/** Each morning's decision, its workout, and what the athlete made of it, oldest first. */
export function answersBetween(tx: AthleteTx, from: LocalDate, to: LocalDate) {
  return tx.db
    .select({
      day: mornings.day,
      decision: sql<Decision>`${mornings.decision} ->> 'decision'`,
      response: mornings.response,
      workout: sql<RecommendedWorkout | null>`nullif(${mornings.recommendation} -> 'workout', 'null')`,
    })
    .from(mornings)
    .where(and(eq(mornings.athleteId, tx.athleteId), between(mornings.day, from, to)))
    .orderBy(asc(mornings.day));
}
