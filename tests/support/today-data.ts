import type { TodayData, TodayMorning } from "@/db/queries/today";
import { addDays, eachDay, localDate } from "@/lib/dates/local-date";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import { readinessDecision } from "@/lib/training/recovery/readiness-decision";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import { type RecoveryInput, recoveryScore } from "@/lib/training/recovery/recovery-score";
import { FRESH } from "./any-readiness";
import { GOOD_NIGHT } from "./any-recovery";
import { TRAINED } from "./trained-athlete";

/** A Saturday. */
export const TODAY = localDate("2026-11-21");

type Made = {
  readonly night?: Partial<RecoveryInput>;
  readonly readiness?: Partial<ReadinessInput>;
  readonly athlete?: Partial<RecommendationInput>;
};

/** A morning as the rules answer it. */
export function todayMorning(
  { night, readiness, athlete }: Made = {},
  changes: Partial<TodayMorning> = {},
): TodayMorning {
  const signals = { ...FRESH, ...readiness };
  const recovery = recoveryScore({ ...GOOD_NIGHT, ...night });
  const decision = readinessDecision(signals);
  const workoutInput = { ...TRAINED, ...athlete, decision, recovery };
  return {
    ...{ recovery, decision, recommendation: recommendWorkout(workoutInput) },
    ...{ readiness: signals, workoutInput, response: null, chosen: null },
    computedAt: new Date("2026-11-21T05:04:00Z"),
    ...{ progress: null, revisions: [] },
    ...changes,
  };
}

/** Two months of calm nights and loads, with a check-in and an answer this morning. */
export function todayData(changes: Partial<TodayData> = {}): TodayData {
  const days = eachDay(addDays(TODAY, -60), TODAY);
  return {
    ...{ day: TODAY, units: "metric", firstWeekday: 1, morningMinute: 360 },
    morning: todayMorning(),
    checkIn: {
      ...{ readiness: 4, soreness: 4, mood: 4, stress: 4, hasSymptoms: false, note: null },
      createdAt: new Date("2026-11-21T05:11:00Z"),
    },
    loads: days.map((day) => ({ day, load: 50, fitness: 50, fatigue: 52, form: -2 })),
    loadSince: addDays(TODAY, -300),
    nights: days.map((day, i) => ({
      ...{ day, hrvRmssdMs: 58 + (i % 3), restingHrBpm: 50 + (i % 2) },
      ...{ sleepS: 27_000, stressAvg: 25 },
    })),
    ...{ activities: [], events: [], lastWeek: { hasAnswer: false, hasMornings: true } },
    ...{ insight: null, keptBriefing: null, mayAskModel: false },
    ...changes,
  };
}
