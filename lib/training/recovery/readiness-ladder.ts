/**
 * The rules of the readiness decision in their order, each with what it says of one morning.
 * RDY-S11: symptoms and RI < 0.6, then load, form and lasting signs, then counts of red and amber signals.
 * Reference: Section 11 protocol (science.md 11). Load ratio alone never stops anyone.
 * Valid: any set of known signals; what is missing makes no rule apply.
 */
import type { GradedSignal } from "./graded-signal";
import {
  hrvChange,
  inputRecoveryIndex,
  LIMITS,
  loadRatioOf,
  overFitness,
  type ReadinessInput,
  readinessSignals,
  type TrainingPhase,
} from "./readiness-signals";
import type { Decision, LadderRung, SignalName } from "./recovery-types";

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

/** The signals that a rule looks at; none for one that counts all of them. */
const LOOKS_AT: Readonly<Record<string, readonly SignalName[]>> = {
  "P0-symptoms": ["symptoms"],
  "P0-ri": ["ri"],
  "P1-acwr": ["acwr", ...PRIMARY],
  "P1-tsb-hrv": ["tsb", "hrv"],
  "P1-ri": ["ri"],
  "P1-lasting": ["lasting", "tsb"],
  "P2-tsb-hrv": ["tsb", "hrv"],
  "P2-lasting": ["lasting", "tsb"],
  "FEEL-ease": ["feel"],
  "FEEL-rest": ["feel"],
};

export type Rung = {
  readonly rule: string;
  readonly condition: string;
  readonly decision: Decision;
  readonly matched: boolean;
  /** The signals that the rule itself looks at; empty = all that are not green. */
  readonly causes: readonly SignalName[];
};

/**
 * Every rung of the ladder with what it says of this morning, in order, those below the one that
 * decided too; a rule of the check-in stands after the rung that it made more careful.
 */
export function readinessLadder(input: ReadinessInput): readonly LadderRung[] {
  const graded = readinessSignals(input);
  const ladder = ladderOf(input, graded);
  const index = ladder.findIndex((one) => one.matched);
  const last = escalated(ladder[index] as Rung, input, graded);
  const isEscalated = last !== ladder[index];
  const rungs = isEscalated ? ladder.toSpliced(index + 1, 0, last) : ladder;
  const decides = isEscalated ? index + 1 : index;
  return rungs.map(({ rule, condition, decision, matched }, at) => ({
    ...{ rule, condition, decision, matched, looksAt: LOOKS_AT[rule] ?? [] },
    reached: at < decides ? "passed" : at === decides ? "decided" : "not_reached",
  }));
}

export function ladderOf(input: ReadinessInput, graded: readonly GradedSignal[]): Rung[] {
  const colour = (name: SignalName) =>
    graded.find(({ signal }) => signal.name === name)?.signal.colour;
  const change = hrvChange(input);
  const isHrvDown = change !== null && change < HRV_DOWN;
  const index = inputRecoveryIndex(input);
  const { tsb } = input;
  const acwr = loadRatioOf(input);
  const lasting = colour("lasting");
  const isDeep = isFormDeep(input);
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
      "P1-lasting",
      "two signs off for a week, and form under −25 or fatigue 30 % over fitness",
      "rest",
      lasting === "red" && isDeep,
      ["lasting", "tsb"],
    ),
    rung(
      "P2-tsb-hrv",
      "form under −25 and HRV more than 10 % down",
      "ease",
      tsb !== null && tsb < EASE_TSB && isHrvDown,
      ["tsb", "hrv"],
    ),
    rung(
      "P2-lasting",
      "two signs off for a week, or one and form under −25 or fatigue 30 % over fitness",
      "ease",
      lasting === "red" || (lasting === "amber" && isDeep),
      ["lasting", ...(isDeep ? (["tsb"] as const) : [])],
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

/** As DET-OVER: work that is deep for anyone, or deep for this athlete. */
function isFormDeep(input: ReadinessInput): boolean {
  return (input.tsb !== null && input.tsb < EASE_TSB) || overFitness(input) !== null;
}

/** A red check-in makes the ladder's answer one step more careful, unless it is already why. */
export function escalated(
  found: Rung,
  input: ReadinessInput,
  graded: readonly GradedSignal[],
): Rung {
  const feel = graded.find(({ signal }) => signal.name === "feel");
  if (feel?.signal.colour !== "red" || found.decision === "rest") return found;
  const condition = "you feel clearly worse than the numbers say";
  if (found.decision === "go") return rung("FEEL-ease", condition, "ease", true, ["feel"]);
  const others = graded.filter(({ signal }) => signal.name !== "feel");
  const standsAlone =
    found.rule === "P2-tsb-hrv" ||
    found.rule === "P2-lasting" ||
    count(others, ["red"]) >= MIN_REDS ||
    count(others, ["amber", "red"]) >= AMBERS_BY_PHASE[input.phase];
  return standsAlone ? rung("FEEL-rest", condition, "rest", true, []) : found;
}

function count(graded: readonly GradedSignal[], colours: readonly string[]): number {
  return graded.filter(({ signal }) => colours.includes(signal.colour)).length;
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
