/**
 * What would change the answer: the smallest change of one measurement that leads to another decision.
 * RDY-CF: every limit of RDY-S11 is tried on every known input; the one that costs least wins.
 * Reference: Wachter, Mittelstadt & Russell 2017 (counterfactual explanations).
 * Valid: measurements only, never the reported symptoms; null when no single change is enough.
 */
import { readinessDecision } from "./readiness-decision";
import { hoursText, LIMITS, type ReadinessInput } from "./readiness-signals";
import type { Decision, SignalName } from "./recovery-types";

export type DecisionCounterfactual = {
  readonly signal: SignalName;
  /** The value that it would take, in the signal's unit (h for sleep). */
  readonly value: number;
  readonly decision: Decision;
  readonly text: string;
};

type Candidate = {
  readonly signal: SignalName;
  readonly value: number;
  /** Change in units of the distance between the signal's own limits. */
  readonly cost: number;
  readonly changed: ReadinessInput;
  readonly words: string;
};

const WORDS: Record<Decision, string> = { go: "Go", ease: "Ease", rest: "Rest" };
const CAUTION: Record<Decision, number> = { go: 0, ease: 1, rest: 2 };

/** From ease or rest towards less caution; from go towards more. */
export function decisionCounterfactual(input: ReadinessInput): DecisionCounterfactual | null {
  const now = readinessDecision(input).decision;
  const sorted = [
    ...sleepCandidates(input),
    ...hrvCandidates(input),
    ...restingHrCandidates(input),
    ...tsbCandidates(input),
    ...acwrCandidates(input),
  ].sort((a, b) => a.cost - b.cost);
  for (const candidate of sorted) {
    const { decision } = readinessDecision(candidate.changed);
    const isWanted = now === "go" ? CAUTION[decision] > 0 : CAUTION[decision] < CAUTION[now];
    if (!isWanted) continue;
    const text = `${candidate.words} would have made this ${WORDS[decision]}.`;
    return { signal: candidate.signal, value: candidate.value, decision, text };
  }
  return null;
}

function sleepCandidates(input: ReadinessInput): Candidate[] {
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

function hrvCandidates(input: ReadinessInput): Candidate[] {
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

function restingHrCandidates(input: ReadinessInput): Candidate[] {
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

function tsbCandidates(input: ReadinessInput): Candidate[] {
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
      words: `A form of ${value}`,
    };
  });
}

function acwrCandidates(input: ReadinessInput): Candidate[] {
  const acwr = input.startOfDayAcwr;
  if (acwr === null) return [];
  const { amber, red } = LIMITS.acwr;
  return [amber, red].map((limit) => {
    const value = acwr < limit ? limit : limit - 0.01;
    return {
      signal: "acwr",
      value,
      cost: Math.abs(value - acwr) / (red - amber),
      changed: { ...input, startOfDayAcwr: value },
      words: `A load ratio of ${value.toFixed(2)}`,
    };
  });
}
