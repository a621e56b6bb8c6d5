/**
 * Go, ease or rest this morning, by a ladder of rules; the first that matches decides.
 * RDY-S11: symptoms and RI < 0.6, then load, form and lasting signs, then counts of red and amber signals.
 * Reference: Section 11 protocol (science.md 11). Load ratio alone never stops anyone.
 * Valid: any set of known signals; how the athlete feels may only make the answer more careful.
 */
import type { GradedSignal } from "./graded-signal";
import { escalated, ladderOf, type Rung } from "./readiness-ladder";
import { type ReadinessInput, readinessSignals } from "./readiness-signals";
import type { Decision, LadderStep, ReadinessDecision, SignalName } from "./recovery-types";

export const READINESS_FORMULA = "RDY-S11@2";

/** What each signal asks to cut. */
const CUTS: Record<SignalName, "volume" | "intensity" | "both"> = {
  hrv: "intensity",
  rhr: "intensity",
  ri: "intensity",
  lasting: "intensity",
  sleep: "volume",
  tsb: "volume",
  acwr: "both",
  feel: "intensity",
  symptoms: "both",
};

export function readinessDecision(input: ReadinessInput): ReadinessDecision {
  const graded = readinessSignals(input);
  const ladder = ladderOf(input, graded);
  const index = ladder.findIndex((rung) => rung.matched);
  const rung = escalated(ladder[index] as Rung, input, graded);
  const path: LadderStep[] = [...ladder.slice(0, index + 1)].map(toStep);
  if (rung !== ladder[index]) path.push(toStep(rung));
  const causes = causesOf(rung, graded);
  return {
    decision: rung.decision,
    rule: rung.rule,
    modification: modificationOf(rung.decision, causes),
    signals: graded.map(({ signal }) => signal),
    path,
    reasons:
      rung.decision === "go" ? [] : causes.slice(0, 2).map(({ signal }) => `${signal.text}.`),
    formula: READINESS_FORMULA,
  };
}

/** Signals that are not green, those of the rule first, then red before amber, then the strongest. */
function causesOf(found: Rung, graded: readonly GradedSignal[]): GradedSignal[] {
  const rank = ({ signal, strength }: GradedSignal) =>
    (found.causes.includes(signal.name) ? 1000 : 0) +
    (signal.colour === "red" ? 100 : 0) +
    Math.min(99, strength);
  return graded
    .filter(
      ({ signal }) =>
        signal.colour === "red" || signal.colour === "amber" || found.causes.includes(signal.name),
    )
    .filter(({ signal, strength }) => signal.colour !== "missing" && strength > 0)
    .sort((a, b) => rank(b) - rank(a));
}

function modificationOf(
  decision: Decision,
  causes: readonly GradedSignal[],
): ReadinessDecision["modification"] {
  if (decision === "go") return "none";
  if (decision === "rest") return "both";
  const cuts = new Set(causes.map(({ signal }) => CUTS[signal.name]));
  if (cuts.has("both") || (cuts.has("volume") && cuts.has("intensity"))) return "both";
  return cuts.has("volume") ? "volume" : "intensity";
}

function toStep({ rule, condition, matched }: Rung): LadderStep {
  return { rule, condition, matched };
}
