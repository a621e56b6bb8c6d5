/**
 * Go, ease or rest this morning, by a ladder of rules; the first that matches decides.
 * RDY-S11: symptoms and RI < 0.6, then load and form with HRV, then counts of red and amber signals.
 * Reference: Section 11 protocol (science.md 11). Load ratio alone never stops anyone.
 * Valid: any set of known signals; how the athlete feels may only make the answer more careful.
 */
import {
  type GradedSignal,
  hrvChange,
  inputRecoveryIndex,
  LIMITS,
  type ReadinessInput,
  readinessSignals,
  type TrainingPhase,
} from "./readiness-signals";
import type { Decision, LadderStep, ReadinessDecision, SignalName } from "./recovery-types";

export const READINESS_FORMULA = "RDY-S11@1";

const REST_TSB = -30;
const EASE_TSB = -25;
const HRV_DOWN = -0.1;
const MIN_REDS = 2;
const AT_LEAST: Readonly<Record<number, string>> = {
  1: "a signal is",
  2: "two signals or more are",
  3: "three signals or more are",
};
const AMBERS_BY_PHASE: Record<TrainingPhase, number> = {
  base: 2,
  build: 3,
  peak: 2,
  taper: 1,
  race_week: 1,
};
const PRIMARY: readonly SignalName[] = ["hrv", "rhr", "sleep"];

/** What each signal asks to cut. */
const CUTS: Record<SignalName, "volume" | "intensity" | "both"> = {
  hrv: "intensity",
  rhr: "intensity",
  ri: "intensity",
  sleep: "volume",
  tsb: "volume",
  acwr: "both",
  feel: "intensity",
  symptoms: "both",
};

type Rung = {
  readonly rule: string;
  readonly condition: string;
  readonly decision: Decision;
  readonly matched: boolean;
  /** The signals that the rule itself looks at; empty = all that are not green. */
  readonly causes: readonly SignalName[];
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

function ladderOf(input: ReadinessInput, graded: readonly GradedSignal[]): Rung[] {
  const colour = (name: SignalName) =>
    graded.find(({ signal }) => signal.name === name)?.signal.colour;
  const change = hrvChange(input);
  const isHrvDown = change !== null && change < HRV_DOWN;
  const index = inputRecoveryIndex(input);
  const { tsb, startOfDayAcwr: acwr } = input;
  const primaries = PRIMARY.filter((name) => colour(name) === "amber" || colour(name) === "red");
  const ambersNeeded = AMBERS_BY_PHASE[input.phase];
  return [
    rung("P0-symptoms", "symptoms of illness are reported", "rest", colour("symptoms") === "red", [
      "symptoms",
    ]),
    rung(
      "P0-ri",
      "recovery index under 0.6",
      "rest",
      index !== null && index < LIMITS.recoveryIndex.red,
      ["ri", "hrv", "rhr"],
    ),
    rung(
      "P1-acwr",
      "load ratio of 1.5 or more, with HRV, resting heart rate or sleep amber or red",
      "rest",
      acwr !== null && acwr >= LIMITS.acwr.red && primaries.length > 0,
      ["acwr", ...primaries],
    ),
    rung(
      "P1-tsb-hrv",
      "form under −30 and HRV more than 10 % down",
      "rest",
      tsb !== null && tsb < REST_TSB && isHrvDown,
      ["tsb", "hrv"],
    ),
    rung("P1-ri", "recovery index under 0.7 two days in a row", "rest", colour("ri") === "amber", [
      "ri",
      "hrv",
      "rhr",
    ]),
    rung(
      "P2-tsb-hrv",
      "form under −25 and HRV more than 10 % down",
      "ease",
      tsb !== null && tsb < EASE_TSB && isHrvDown,
      ["tsb", "hrv"],
    ),
    rung("P2-red", "two signals or more are red", "ease", count(graded, ["red"]) >= MIN_REDS, []),
    rung(
      "P2-amber",
      `${AT_LEAST[ambersNeeded]} amber or red`,
      "ease",
      count(graded, ["amber", "red"]) >= ambersNeeded,
      [],
    ),
    rung("P3-go", "nothing above applies", "go", true, []),
  ];
}

/** A red check-in makes the ladder's answer one step more careful, unless it is already why. */
function escalated(found: Rung, input: ReadinessInput, graded: readonly GradedSignal[]): Rung {
  const feel = graded.find(({ signal }) => signal.name === "feel");
  if (feel?.signal.colour !== "red" || found.decision === "rest") return found;
  const condition = "you feel clearly worse than the numbers say";
  if (found.decision === "go") return rung("FEEL-ease", condition, "ease", true, ["feel"]);
  const others = graded.filter(({ signal }) => signal.name !== "feel");
  const standsAlone =
    found.rule === "P2-tsb-hrv" ||
    count(others, ["red"]) >= MIN_REDS ||
    count(others, ["amber", "red"]) >= AMBERS_BY_PHASE[input.phase];
  return standsAlone ? rung("FEEL-rest", condition, "rest", true, []) : found;
}

function count(graded: readonly GradedSignal[], colours: readonly string[]): number {
  return graded.filter(({ signal }) => colours.includes(signal.colour)).length;
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

function rung(
  rule: string,
  condition: string,
  decision: Decision,
  matched: boolean,
  causes: readonly SignalName[],
): Rung {
  return { rule, condition, decision, matched, causes };
}

function toStep({ rule, condition, matched }: Rung): LadderStep {
  return { rule, condition, matched };
}
