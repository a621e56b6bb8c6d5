import { and, asc, between, eq, sql } from "drizzle-orm";
import { activities, checkIns, mornings, weeklyReadiness } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Recommendation, RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type { Decision, RecoveryContribution } from "@/lib/training/recovery/recovery-types";
import type { JudgedActivity } from "@/lib/training/track-record/execution-of";

export type AnsweredMorning = {
  readonly day: LocalDate;
  readonly decision: Decision;
  readonly score: number | null;
  readonly contributions: readonly RecoveryContribution[];
  readonly response: "accepted" | "kept" | "swapped" | "skipped" | null;
  /** Null where the athlete gave it no answer: then nothing of it is held against them. */
  readonly recommendation: Recommendation | null;
  /** What was taken in a swap. */
  readonly chosen: RecommendedWorkout | null;
  /** Felt readiness of the check-in, 1-5; null without one. */
  readonly felt: number | null;
};

/** The mornings of a period as they were answered, oldest first. */
export function answeredMornings(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<AnsweredMorning[]> {
  return tx.db
    .select({
      day: mornings.day,
      decision: sql<Decision>`${mornings.decision} ->> 'decision'`,
      score: sql<number | null>`(${mornings.recovery} ->> 'score')::float8`,
      contributions: sql<RecoveryContribution[]>`${mornings.recovery} -> 'contributions'`,
      response: mornings.response,
      recommendation: sql<Recommendation | null>`case when ${mornings.response} is not null then ${mornings.recommendation} end`,
      chosen: mornings.chosen,
      felt: checkIns.readiness,
    })
    .from(mornings)
    .leftJoin(
      checkIns,
      and(eq(checkIns.athleteId, mornings.athleteId), eq(checkIns.day, mornings.day)),
    )
    .where(and(eq(mornings.athleteId, tx.athleteId), between(mornings.day, from, to)))
    .orderBy(asc(mornings.day));
}

const metric = (name: string) =>
  sql<number | null>`(${activities.metrics} -> ${sql.raw(`'${name}'`)} ->> 'value')::float8`;

/** What a period's sessions can be judged by, oldest first. */
export function judgedActivities(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<JudgedActivity[]> {
  const { id, day, title, sport, timerS, load, rpe, timeInZone, avgPowerW } = activities;
  return tx.db
    .select({
      ...{ id, day, title, sport, timerS, load, rpe, timeInZone, avgPowerW },
      avgSpeedMps: sql<number | null>`coalesce(${metric("avgGradedSpeed")}, ${metric("avgSpeed")})`,
      efficiencyFactor: metric("efficiencyFactor"),
      decouplingPct: metric("aerobicDecoupling"),
    })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), between(activities.day, from, to)))
    .orderBy(asc(activities.startedAt), asc(activities.id));
}

export type WeeklyAnswer = { readonly week: LocalDate; readonly readiness: number };

/** How ready the athlete felt in the weeks of a period, oldest first. */
export function weeklyAnswers(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<WeeklyAnswer[]> {
  const { athleteId, week, readiness } = weeklyReadiness;
  return tx.db
    .select({ week, readiness })
    .from(weeklyReadiness)
    .where(and(eq(athleteId, tx.athleteId), between(week, from, to)))
    .orderBy(asc(week));
}
