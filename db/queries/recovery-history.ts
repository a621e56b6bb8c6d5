import { and, asc, between, eq, sql } from "drizzle-orm";
import { athletes, mornings, wellnessDays } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import type { Recommendation, RecommendedWorkout } from "@/lib/training/plan/workout-types";
import type { MorningRevision } from "@/lib/training/recovery/morning-types";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import type {
  Decision,
  ReadinessDecision,
  RecoveryBand,
  RecoveryScore,
} from "@/lib/training/recovery/recovery-types";
import type { UnitSystem } from "@/lib/units/unit-system";

/** Nights before the period, so that its first day has its normal range. */
export const RANGE_LEAD_DAYS = 67;

export type RecoveryNight = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly hrvSource: string | null;
  readonly restingHrBpm: number | null;
  readonly sleepS: number | null;
  readonly deepSleepS: number | null;
  readonly lightSleepS: number | null;
  readonly remSleepS: number | null;
  readonly awakeS: number | null;
  readonly sleepStartAt: Date | null;
  /** The device's own. */
  readonly sleepScore: number | null;
  readonly stressAvg: number | null;
  readonly respirationBrpm: number | null;
};

export type ScoredMorning = {
  readonly day: LocalDate;
  readonly score: number | null;
  readonly band: RecoveryBand | null;
  readonly decision: Decision;
};

export type RecoveryHistory = {
  /** Ascending, from RANGE_LEAD_DAYS before `from`; days without a row are absent. */
  readonly nights: readonly RecoveryNight[];
  /** Ascending, from `from` on. */
  readonly mornings: readonly ScoredMorning[];
};

/** Nights and scored mornings of a period. */
export async function getRecoveryHistory(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<RecoveryHistory> {
  const nights = await tx.db
    .select({
      day: wellnessDays.day,
      hrvRmssdMs: wellnessDays.hrvRmssdMs,
      hrvSource: wellnessDays.hrvSource,
      restingHrBpm: wellnessDays.restingHrBpm,
      sleepS: wellnessDays.sleepS,
      deepSleepS: wellnessDays.deepSleepS,
      lightSleepS: wellnessDays.lightSleepS,
      remSleepS: wellnessDays.remSleepS,
      awakeS: wellnessDays.awakeS,
      sleepStartAt: wellnessDays.sleepStartAt,
      sleepScore: wellnessDays.sleepScore,
      stressAvg: wellnessDays.stressAvg,
      respirationBrpm: wellnessDays.respirationBrpm,
    })
    .from(wellnessDays)
    .where(
      and(
        eq(wellnessDays.athleteId, tx.athleteId),
        between(wellnessDays.day, addDays(from, -RANGE_LEAD_DAYS), to),
      ),
    )
    .orderBy(asc(wellnessDays.day));
  const scored = await tx.db
    .select({
      day: mornings.day,
      score: sql<number | null>`(${mornings.recovery} ->> 'score')::float8`,
      band: sql<RecoveryBand | null>`${mornings.recovery} ->> 'band'`,
      decision: sql<Decision>`${mornings.decision} ->> 'decision'`,
    })
    .from(mornings)
    .where(and(eq(mornings.athleteId, tx.athleteId), between(mornings.day, from, to)))
    .orderBy(asc(mornings.day));
  return { nights, mornings: scored };
}

export type Receipt = {
  readonly day: LocalDate;
  readonly recovery: RecoveryScore;
  readonly decision: ReadinessDecision;
  readonly recommendation: Recommendation;
  /** What the decision was made from, as stored. */
  readonly readiness: ReadinessInput;
  /** What the workout was made from; of an earlier formula, with less in it. */
  readonly workoutInput: RecommendationInput | null;
  readonly response: "accepted" | "kept" | "swapped" | "skipped" | null;
  readonly chosen: RecommendedWorkout | null;
  readonly respondedAt: Date | null;
  readonly computedAt: Date;
  readonly revisions: readonly MorningRevision[];
  readonly units: UnitSystem;
};

/** One morning with everything that it was made from; null for a day that has no answer. */
export async function getReceipt(tx: AthleteTx, day: LocalDate): Promise<Receipt | null> {
  const found = await tx.db
    .select({
      day: mornings.day,
      recovery: mornings.recovery,
      decision: mornings.decision,
      recommendation: mornings.recommendation,
      readiness: sql<ReadinessInput>`${mornings.inputs} -> 'readiness'`,
      workoutInput: sql<RecommendationInput | null>`${mornings.inputs} -> 'workout'`,
      response: mornings.response,
      chosen: mornings.chosen,
      respondedAt: mornings.respondedAt,
      computedAt: mornings.computedAt,
      revisions: mornings.revisions,
      units: athletes.units,
    })
    .from(mornings)
    .innerJoin(athletes, eq(athletes.id, mornings.athleteId))
    .where(and(eq(mornings.athleteId, tx.athleteId), eq(mornings.day, day)));
  return found[0] ?? null;
}
