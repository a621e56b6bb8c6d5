/**
 * Each limit of the readiness decision, tried on each known signal: the value just on its other side.
 * RDY-CF: whole ms and bpm, ten minutes of sleep, one point of form, 0.01 of the load ratio, one answer.
 * Reference: the limits of RDY-S11; see decision-counterfactual.
 * Valid: known signals only; the reported symptoms are never changed.
 */
import {
  type CheckInAnswers,
  feelOf,
  hoursText,
  LIMITS,
  loadRatioOf,
  type ReadinessInput,
} from "./readiness-signals";
import type { SignalName } from "./recovery-types";

export type LimitCandidate = {
  readonly signal: SignalName;
  /** The value that the signal would take, in its unit (h for sleep). */
  readonly value: number;
  /** Change in units of the distance between the signal's own limits. */
  readonly cost: number;
  readonly changed: ReadinessInput;
  readonly words: string;
};

/** Of what was measured, not of what was felt. */
export function measuredCandidates(input: ReadinessInput): LimitCandidate[] {
  return [
    ...sleepCandidates(input),
    ...hrvCandidates(input),
    ...restingHrCandidates(input),
    ...tsbCandidates(input),
    ...acwrCandidates(input),
  ];
}

/** The same answer to all four questions. */
export function feltCandidates(input: ReadinessInput): LimitCandidate[] {
  const { checkIn } = input;
  if (checkIn === null) return [];
  const distance = LIMITS.feel.amber - LIMITS.feel.red;
  return ANSWERS.map((value) => ({
    signal: "feel",
    value,
    cost: Math.abs(value - feelOf(checkIn)) / distance,
    changed: { ...input, checkIn: evenly(checkIn, value) },
    words: `A check-in of ${value} in all four`,
  }));
}

const ANSWERS = [1, 2, 3, 4, 5] as const;

function evenly(checkIn: CheckInAnswers, value: number): CheckInAnswers {
  return { ...checkIn, readiness: value, soreness: value, mood: value, stress: value };
}

function sleepCandidates(input: ReadinessInput): LimitCandidate[] {
  const { sleepS } = input;
  if (sleepS === null) return [];
  const { amber, red } = LIMITS.sleepHours;
  return [amber, red].map((limit) => {
    const hours = sleepS >= limit * 3600 ? limit - 1 / 6 : limit;
    return {
      signal: "sleep",
      value: hours,
      cost: Math.abs(hours - sleepS / 3600) / (amber - red),
      changed: { ...input, sleepS: hours * 3600 },
      words: `${hoursText(hours * 3600)} of sleep`,
    };
  });
}

function hrvCandidates(input: ReadinessInput): LimitCandidate[] {
  const { hrvMs, hrvMeanMs } = input;
  if (hrvMs === null || hrvMeanMs === null) return [];
  const { amber, red } = LIMITS.hrvChange;
  return [amber, red].map((limit) => {
    const atLimit = hrvMeanMs * (1 + limit);
    const value = hrvMs > atLimit ? Math.floor(atLimit) : Math.floor(atLimit) + 1;
    return {
      signal: "hrv",
      value,
      cost: Math.abs(value - hrvMs) / (hrvMeanMs * (amber - red)),
      changed: { ...input, hrvMs: value },
      words: `An HRV of ${value} ms`,
    };
  });
}

function restingHrCandidates(input: ReadinessInput): LimitCandidate[] {
  const { restingHrBpm, restingHrMeanBpm } = input;
  if (restingHrBpm === null || restingHrMeanBpm === null) return [];
  const { amber, red } = LIMITS.restingHrRise;
  return [amber, red].map((limit) => {
    const atLimit = restingHrMeanBpm + limit;
    const value = restingHrBpm < atLimit ? Math.ceil(atLimit) : Math.ceil(atLimit) - 1;
    return {
      signal: "rhr",
      value,
      cost: Math.abs(value - restingHrBpm) / (red - amber),
      changed: { ...input, restingHrBpm: value },
      words: `A resting heart rate of ${value} bpm`,
    };
  });
}

function tsbCandidates(input: ReadinessInput): LimitCandidate[] {
  const { tsb } = input;
  if (tsb === null) return [];
  const amber = input.phase === "build" ? LIMITS.tsb.amberInBuild : LIMITS.tsb.amber;
  return [amber, -25, LIMITS.tsb.red].map((limit) => {
    const value = tsb > limit ? limit - 1 : limit + 1;
    return {
      signal: "tsb",
      value,
      cost: Math.abs(value - tsb) / (amber - LIMITS.tsb.red),
      changed: { ...input, tsb: value },
      words: `A form of ${signed(value)}`,
    };
  });
}

function acwrCandidates(input: ReadinessInput): LimitCandidate[] {
  const acwr = loadRatioOf(input);
  if (acwr === null) return [];
  const { amber, red } = LIMITS.acwr;
  return [amber, red].map((limit) => {
    const value = acwr < limit ? limit : limit - 0.01;
    return {
      signal: "acwr",
      value,
      cost: Math.abs(value - acwr) / (red - amber),
      changed: withLoadRatio(input, value),
      words: `A load ratio of ${value.toFixed(2)}`,
    };
  });
}

/** Whatever it was held against. */
function withLoadRatio(input: ReadinessInput, ratio: number): ReadinessInput {
  const changed = { ...input, startOfDayAcwr: ratio };
  return input.loadAfterBreak === undefined ? changed : { ...changed, loadAfterBreak: ratio };
}

/** With a real minus, as everywhere on the screen. */
function signed(value: number): string {
  return String(value).replace("-", "−");
}
