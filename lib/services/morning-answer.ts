import type { MorningHistory } from "@/db/queries/morning-history";
import type { WellnessDay } from "@/db/queries/wellness-window";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import { trainingPhase } from "@/lib/training/plan/training-phase";
import type { Recommendation } from "@/lib/training/plan/workout-types";
import { readinessDecision } from "@/lib/training/recovery/readiness-decision";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import { recoveryIndex } from "@/lib/training/recovery/recovery-index";
import { type RecoveryInput, recoveryScore } from "@/lib/training/recovery/recovery-score";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";
import { type Baseline, trailingBaseline } from "@/lib/training/recovery/trailing-baseline";
import { workoutInput } from "./workout-input";

/** What the answer was made from: enough to make it again, bit for bit. */
export type MorningReceiptInputs = {
  readonly recovery: RecoveryInput;
  readonly readiness: ReadinessInput;
  readonly workout: RecommendationInput;
};

export type MorningAnswer = {
  readonly recovery: RecoveryScore;
  readonly decision: ReadinessDecision;
  readonly recommendation: Recommendation;
  readonly inputs: MorningReceiptInputs;
};

const COMBINED = "all";
const LOOKBACK_DAYS = 28;

/** The answer for one morning as that morning knew it; null when nothing is known by then. */
export function morningAnswer(history: MorningHistory, day: LocalDate): MorningAnswer | null {
  const night = history.wellness.find((row) => row.day === day);
  const checkIn = history.checkIns.find((row) => row.day === day) ?? null;
  const load = history.loads.find((row) => row.sport === COMBINED && row.day === day);
  if (!night && !checkIn && !load) return null;

  const recoveryInput = recoveryInputOf(history, day, night, load?.acwr ?? null);
  const recovery = recoveryScore(recoveryInput);
  const readiness: ReadinessInput = {
    hrvMs: recoveryInput.hrvMs,
    ...sdnnOf(night),
    hrvMeanMs: recoveryInput.hrvBaseline.mean,
    restingHrBpm: recoveryInput.restingHrBpm,
    restingHrMeanBpm: recoveryInput.restingHrBaseline.mean,
    sleepS: recoveryInput.sleepS,
    tsb: load?.form ?? null,
    startOfDayAcwr: recoveryInput.startOfDayAcwr,
    yesterdayRecoveryIndex: recoveryIndexOn(history, addDays(day, -1)),
    checkIn,
    phase: trainingPhase(day, raceDays(history)),
  };
  const decision = readinessDecision(readiness);
  const workout = workoutInput(history, day, { decision, recovery });
  return {
    recovery,
    decision,
    recommendation: recommendWorkout(workout),
    inputs: { recovery: recoveryInput, readiness, workout },
  };
}

function raceDays(history: MorningHistory): LocalDate[] {
  return history.events.filter((event) => event.kind === "race").map((event) => event.fromDay);
}

function recoveryInputOf(
  history: MorningHistory,
  day: LocalDate,
  night: WellnessDay | undefined,
  startOfDayAcwr: number | null,
): RecoveryInput {
  const yesterday = history.wellness.find((row) => row.day === addDays(day, -1));
  return {
    hrvMs: night?.hrvRmssdMs ?? null,
    ...sdnnOf(night),
    hrvBaseline: baselineBefore(history, day, (row) => row.hrvRmssdMs),
    restingHrBpm: night?.restingHrBpm ?? null,
    restingHrBaseline: baselineBefore(history, day, (row) => row.restingHrBpm),
    sleepS: night?.sleepS ?? null,
    sleepQuality: night?.sleepScore ?? null,
    // Yesterday's is whole and stays as it is; today's still grows when the day goes on.
    stressAvg: yesterday?.stressAvg ?? night?.stressAvg ?? null,
    startOfDayAcwr,
  };
}

/** Of most nights nothing: receipts stay as they were. */
function sdnnOf(night: WellnessDay | undefined): { readonly hrvSdnnMs?: number } {
  const sdnn = night?.hrvSdnnMs ?? null;
  return sdnn === null ? {} : { hrvSdnnMs: sdnn };
}

function baselineBefore(
  history: MorningHistory,
  day: LocalDate,
  value: (row: WellnessDay) => number | null,
): Baseline {
  const byDay = wellnessByDay(history);
  const before = eachDay(addDays(day, -LOOKBACK_DAYS), addDays(day, -1));
  return trailingBaseline(
    before.map((past) => {
      const row = byDay.get(past);
      return row ? value(row) : null;
    }),
  );
}

const indexed = new WeakMap<MorningHistory, ReadonlyMap<LocalDate, WellnessDay>>();

/** Made once for the many mornings that are answered from one history. */
function wellnessByDay(history: MorningHistory): ReadonlyMap<LocalDate, WellnessDay> {
  const known = indexed.get(history);
  if (known) return known;
  const byDay = new Map(history.wellness.map((row) => [row.day, row]));
  indexed.set(history, byDay);
  return byDay;
}

function recoveryIndexOn(history: MorningHistory, day: LocalDate): number | null {
  const night = history.wellness.find((row) => row.day === day);
  if (!night) return null;
  return recoveryIndex(
    night.hrvRmssdMs,
    baselineBefore(history, day, (row) => row.hrvRmssdMs).mean,
    night.restingHrBpm,
    baselineBefore(history, day, (row) => row.restingHrBpm).mean,
  );
}
