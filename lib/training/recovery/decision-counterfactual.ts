/**
 * What would change the answer: the smallest change of one measurement that leads to another decision.
 * RDY-CF: every limit of RDY-S11 is tried on every known input; the one that costs least wins.
 * Reference: Wachter, Mittelstadt & Russell 2017 (counterfactual explanations).
 * Valid: measurements only, never the reported symptoms; null when no single change is enough.
 */
import { feltCandidates, type LimitCandidate, measuredCandidates } from "./limit-candidates";
import { readinessDecision } from "./readiness-decision";
import type { ReadinessInput } from "./readiness-signals";
import type { Decision, SignalName } from "./recovery-types";

export type DecisionCounterfactual = {
  readonly signal: SignalName;
  /** The value that it would take, in the signal's unit (h for sleep). */
  readonly value: number;
  readonly decision: Decision;
  readonly text: string;
};

/** What one signal alone could have done. */
export type SignalFlip = {
  readonly signal: SignalName;
  /** Its smallest change that would have; null when none would, however large. */
  readonly flip: DecisionCounterfactual | null;
};

const WORDS: Record<Decision, string> = { go: "Go", ease: "Ease", rest: "Rest" };
const CAUTION: Record<Decision, number> = { go: 0, ease: 1, rest: 2 };

/** From ease or rest towards less caution; from go towards more. */
export function decisionCounterfactual(input: ReadinessInput): DecisionCounterfactual | null {
  return cheapest(measuredCandidates(input), readinessDecision(input).decision)?.flip ?? null;
}

/**
 * The same for each known signal by itself, how it feels among them: what costs least first, then
 * those that could not have changed it alone.
 */
export function decisionFlips(input: ReadinessInput): readonly SignalFlip[] {
  const now = readinessDecision(input).decision;
  const candidates = [...measuredCandidates(input), ...feltCandidates(input)];
  const signals = [...new Set(candidates.map(({ signal }) => signal))];
  return signals
    .map((signal) => ({
      signal,
      found: cheapest(
        candidates.filter((one) => one.signal === signal),
        now,
      ),
    }))
    .toSorted((a, b) => costOf(a.found) - costOf(b.found))
    .map(({ signal, found }) => ({ signal, flip: found?.flip ?? null }));
}

type Found = { readonly cost: number; readonly flip: DecisionCounterfactual };

function costOf(found: Found | null): number {
  return found?.cost ?? Number.MAX_VALUE;
}

function cheapest(candidates: readonly LimitCandidate[], now: Decision): Found | null {
  for (const candidate of candidates.toSorted((a, b) => a.cost - b.cost)) {
    const { decision } = readinessDecision(candidate.changed);
    const isWanted = now === "go" ? CAUTION[decision] > 0 : CAUTION[decision] < CAUTION[now];
    if (!isWanted) continue;
    const { signal, value, cost } = candidate;
    const text = `${candidate.words} would have made this ${WORDS[decision]}.`;
    return { cost, flip: { signal, value, decision, text } };
  }
  return null;
}
