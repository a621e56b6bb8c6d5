import type { Profile } from "@/db/queries/find-profile";
import type { MorningHistory } from "@/db/queries/morning-history";
import type { MorningNight } from "@/db/queries/wellness-window";
import { addDays, eachDay, type LocalDate } from "@/lib/dates/local-date";
import { loadAfterBreak } from "@/lib/training/load/load-after-break";
import { recommendWorkout } from "@/lib/training/plan/recommend-workout";
import type { RecommendationInput } from "@/lib/training/plan/recommendation-input";
import { trainingPhase } from "@/lib/training/plan/training-phase";
import type { Recommendation } from "@/lib/training/plan/workout-types";
import type { Decided, Recovered } from "@/lib/training/recovery/morning-types";
import { ownWeightsOn } from "@/lib/training/recovery/own-weights-on";
import { readinessDecision } from "@/lib/training/recovery/readiness-decision";
import type { ReadinessInput } from "@/lib/training/recovery/readiness-signals";
import { recoveryIndex } from "@/lib/training/recovery/recovery-index";
import { type RecoveryInput, recoveryScore } from "@/lib/training/recovery/recovery-score";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";
import { type Baseline, trailingBaseline } from "@/lib/training/recovery/trailing-baseline";
import { dayEvents } from "./day-events";
import { racesOf } from "./races-of";
import { feelSign, nightSigns, SIGN_LOADS } from "./week-signs";
import { type WorkoutHistory, workoutInput } from "./workout-input";

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

/** What each part of an answer is made from: a step of the morning reads no more than its part. */
export type RecoveryHistory = Pick<MorningHistory, "wellness" | "loads"> & {
  readonly profile: Pick<Profile, "ownWeights">;
};
export type DecisionHistory = Pick<MorningHistory, "checkIns" | "events">;

const COMBINED = "all";
const LOOKBACK_DAYS = 28;

/** The answer for one morning as that morning knew it; null when nothing is known by then. */
export function morningAnswer(history: MorningHistory, day: LocalDate): MorningAnswer | null {
  const hasCheckIn = history.checkIns.some((row) => row.day === day);
  if (!isDayKnown(history, day) && !hasCheckIn) return null;
  const recovered = recoveryOn(history, day);
  return recommendationOn(history, day, recovered, decisionOn(history, day, recovered));
}

type Nights = Pick<MorningHistory, "wellness" | "loads">;
type Known = NonNullable<Recovered["known"]>;

const NO_NIGHTS: Known["nights"] = { hrv: null, restingHr: null };

/** False when neither a night nor a load of the day is known. */
export function isDayKnown(history: Nights, day: LocalDate): boolean {
  return nightOn(history, day) !== undefined || loadOn(history, day) !== undefined;
}

export function recoveryOn(history: RecoveryHistory, day: LocalDate): Recovered {
  const load = loadOn(history, day);
  const input = recoveryInputOf(history, day, nightOn(history, day), load?.acwr ?? null);
  return {
    recovery: recoveryScore(input),
    recoveryInput: input,
    yesterdayRecoveryIndex: recoveryIndexOn(history, addDays(day, -1)),
    tsb: load?.form ?? null,
    known: knownOn(history, day),
  };
}

function knownOn({ wellness, loads }: Nights, day: LocalDate): Known {
  const first = addDays(day, -SIGN_LOADS);
  const before = loads.filter((row) => row.sport === COMBINED && row.day >= first && row.day < day);
  const eve = before.at(-1);
  const fitness = eve?.day === addDays(day, -1) ? eve.fitness : undefined;
  const after = loadAfterBreak(before);
  return {
    nights: nightSigns(wellness, day),
    ...(fitness !== undefined && { fitness }),
    ...(after !== null && { loadAfterBreak: after }),
  };
}

export function decisionOn(
  history: DecisionHistory,
  day: LocalDate,
  { recoveryInput, yesterdayRecoveryIndex, tsb, known }: Recovered,
): Decided {
  const { hrvSdnnMs } = recoveryInput;
  const { nights, ...loads } = known ?? { nights: NO_NIGHTS };
  const lasting = { ...nights, feel: feelSign(history.checkIns, day) };
  const readiness: ReadinessInput = {
    hrvMs: recoveryInput.hrvMs,
    ...(hrvSdnnMs === undefined ? {} : { hrvSdnnMs }),
    hrvMeanMs: recoveryInput.hrvBaseline.mean,
    restingHrBpm: recoveryInput.restingHrBpm,
    restingHrMeanBpm: recoveryInput.restingHrBaseline.mean,
    sleepS: recoveryInput.sleepS,
    tsb,
    startOfDayAcwr: recoveryInput.startOfDayAcwr,
    ...loads,
    ...(Object.values(lasting).some((sign) => sign !== null) && { lasting }),
    yesterdayRecoveryIndex,
    checkIn: history.checkIns.find((row) => row.day === day) ?? null,
    // Of most days nothing: receipts stay as they were.
    ...(dayEvents(history.events, day).isIll && { isIll: true }),
    phase: trainingPhase(day, racesOf(history)),
  };
  return { decision: readinessDecision(readiness), readiness };
}

export function recommendationOn(
  history: WorkoutHistory,
  day: LocalDate,
  { recovery, recoveryInput }: Recovered,
  { decision, readiness }: Decided,
): MorningAnswer {
  const workout = workoutInput(history, day, { decision, recovery });
  return {
    recovery,
    decision,
    recommendation: recommendWorkout(workout),
    inputs: { recovery: recoveryInput, readiness, workout },
  };
}

function nightOn(history: Nights, day: LocalDate): MorningNight | undefined {
  return wellnessByDay(history).get(day);
}

function loadOn(history: Nights, day: LocalDate) {
  return history.loads.find((row) => row.sport === COMBINED && row.day === day);
}

function recoveryInputOf(
  history: RecoveryHistory,
  day: LocalDate,
  night: MorningNight | undefined,
  startOfDayAcwr: number | null,
): RecoveryInput {
  const yesterday = nightOn(history, addDays(day, -1));
  const own = ownWeightsOn(history.profile.ownWeights, day);
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
    ...(own && { weights: own.weights }),
  };
}

/** Of most nights nothing: receipts stay as they were. */
function sdnnOf(night: MorningNight | undefined): { readonly hrvSdnnMs?: number } {
  const sdnn = night?.hrvSdnnMs ?? null;
  return sdnn === null ? {} : { hrvSdnnMs: sdnn };
}

function baselineBefore(
  history: Nights,
  day: LocalDate,
  value: (row: MorningNight) => number | null,
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

const indexed = new WeakMap<readonly MorningNight[], ReadonlyMap<LocalDate, MorningNight>>();

/** Made once for the many mornings that are answered from one history. */
function wellnessByDay(history: Nights): ReadonlyMap<LocalDate, MorningNight> {
  const known = indexed.get(history.wellness);
  if (known) return known;
  const byDay = new Map(history.wellness.map((row) => [row.day, row]));
  indexed.set(history.wellness, byDay);
  return byDay;
}

function recoveryIndexOn(history: Nights, day: LocalDate): number | null {
  const night = nightOn(history, day);
  if (!night) return null;
  return recoveryIndex(
    night.hrvRmssdMs,
    baselineBefore(history, day, (row) => row.hrvRmssdMs).mean,
    night.restingHrBpm,
    baselineBefore(history, day, (row) => row.restingHrBpm).mean,
  );
}
