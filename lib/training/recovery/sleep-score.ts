/**
 * How good a night was: long enough, with deep and REM sleep, at the usual hour, without breaks.
 * SLP-OW: 0.40 duration + 0.20 stages + 0.20 consistency + 0.20 interruptions, over what is known.
 * Reference: Open Wearables' score (MIT), with missing parts renormalised instead of scored 0.
 * Valid: more than 0 and at most 24 h of sleep; times of going to bed in hours past noon.
 */
import { weightedScore } from "./weighted-score";

export const SLEEP_SCORE_FORMULA = "SLP-OW@1";

export const SLEEP_WEIGHTS = {
  duration: 0.4,
  stages: 0.2,
  consistency: 0.2,
  interruptions: 0.2,
} as const;
export type SleepComponentName = keyof typeof SLEEP_WEIGHTS;

const HOUR_S = 3600;
const STAGE_TARGET_S = 90 * 60;
const BEDTIME_NIGHTS = 14;
const BEDTIME_GRACE_MIN = 15;
const BEDTIME_PENALTY_PER_MIN = 100 / 105;
const EARLY_PENALTY_CAP = 20;
const AWAKE_GRACE_MIN = 20;
const AWAKE_FADE_MIN = 70;
const AWAKE_SHARE = 0.8;
const AWAKENINGS_SHARE = 0.2;
/** What is left with 0, 1, 2, 3 awakenings of more than five minutes; none with more. */
const AWAKENINGS_LEFT = [1, 1, 0.75, 0.5] as const;

export type SleepScoreInput = {
  readonly sleepS: number | null;
  readonly deepSleepS: number | null;
  readonly remSleepS: number | null;
  /** Awake between falling asleep and waking up for good. */
  readonly awakeS: number | null;
  /** Awakenings of more than five minutes. */
  readonly awakenings: number | null;
  /** Hours past noon, 23:00 = 11. */
  readonly bedtimeHour: number | null;
  readonly previousBedtimeHours: readonly number[];
};

export type SleepScore = {
  readonly score: number | null;
  readonly components: Readonly<Record<SleepComponentName, number | null>>;
  /** Weight present, 0-1. */
  readonly coverage: number;
  readonly reason?: string;
  readonly formula: string;
};

export function sleepScore(input: SleepScoreInput): SleepScore {
  const hours = input.sleepS === null ? null : input.sleepS / HOUR_S;
  const isKnown = hours !== null && hours > 0 && hours <= 24;
  const components = {
    duration: isKnown ? sleepDurationScore(hours) : null,
    stages: stagesScore(input.deepSleepS, input.remSleepS),
    consistency: bedtimeConsistencyScore(input.bedtimeHour, input.previousBedtimeHours),
    interruptions: interruptionsScore(input.awakeS, input.awakenings),
  };
  const { total, coverage } = weightedScore(components, SLEEP_WEIGHTS);
  const result = { components, coverage, formula: SLEEP_SCORE_FORMULA };
  if (isKnown) return { score: total, ...result };
  return { score: null, ...result, reason: "The length of the sleep is not known." };
}

/** 100 from 7 to 9 h, falling off on logistic curves; never under 50 for long sleep. */
export function sleepDurationScore(hours: number): number {
  if (hours < 7) return logistic(hours, -1.5, 5, 7);
  if (hours <= 9) return 100;
  return Math.max(50, logistic(hours, 0.8, 11, 9));
}

function logistic(hours: number, slope: number, middle: number, anchor: number): number {
  const top = 1 + Math.exp(slope * (anchor - middle));
  return (100 * top) / (1 + Math.exp(slope * (hours - middle)));
}

function stagesScore(deepS: number | null, remS: number | null): number | null {
  if (deepS === null || remS === null) return null;
  const share = (seconds: number) => Math.min(1, seconds / STAGE_TARGET_S) * 100;
  return (share(deepS) + share(remS)) / 2;
}

export function bedtimeConsistencyScore(
  bedtimeHour: number | null,
  previous: readonly number[],
): number | null {
  const sorted = previous.slice(-BEDTIME_NIGHTS).sort((a, b) => a - b);
  const low = sorted[(sorted.length - 1) >> 1];
  const high = sorted[sorted.length >> 1];
  if (bedtimeHour === null || low === undefined || high === undefined) return null;
  const lateMin = (bedtimeHour - (low + high) / 2) * 60;
  const beyond = Math.max(0, Math.abs(lateMin) - BEDTIME_GRACE_MIN);
  const penalty = beyond * BEDTIME_PENALTY_PER_MIN;
  if (lateMin < 0) return 100 - Math.min(EARLY_PENALTY_CAP, penalty);
  return Math.max(0, 100 - penalty);
}

function interruptionsScore(awakeS: number | null, awakenings: number | null): number | null {
  if (awakeS === null) return null;
  const beyond = Math.max(0, awakeS / 60 - AWAKE_GRACE_MIN);
  const awake = 100 * Math.max(0, 1 - beyond / AWAKE_FADE_MIN);
  if (awakenings === null) return awake;
  return AWAKE_SHARE * awake + AWAKENINGS_SHARE * 100 * (AWAKENINGS_LEFT[awakenings] ?? 0);
}
