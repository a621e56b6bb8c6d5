/**
 * What an activity was, how it went against what was to be expected, and what follows for the next days.
 * BRF-ACT@1: length and load; the plan's work; intensity; effort felt; drift; a best; form of the next morning.
 * Reference: none, words for TRK-EXE, ZONE-3, DEC-1, PLN-7H and PMC-exp.
 * Valid: any activity; what is not known is not told. Every number in the words stands in the evidence.
 */
import type { DetectorBest } from "../insights/detector-input";
import { daysTo, evidence, finding, say } from "../insights/evidence";
import type { Evidence, Finding, FindingSeverity } from "../insights/finding";
import { isHardSession } from "../plan/is-hard-session";
import type { JudgedActivity } from "../track-record/execution-of";
import type {
  ExecutionSignal,
  ExecutionSignalName,
  SessionExecution,
} from "../track-record/session-execution";
import { threeZones } from "../zones/three-zones";
import { bestSaid } from "./best-said";
import { nextSaid } from "./next-said";
import type { Said } from "./said";

export const DEBRIEF_DETECTOR = "activity";
const FORMULA = "BRF-ACT@1";
const MINUTE_S = 60;
/** A load within this share of the usual is the usual. */
const SAME = 0.1;
/** Below, the drift of a steady session says that endurance is there (DEC-1). */
const STEADY_PCT = 5;

export type DebriefInput = {
  readonly activity: JudgedActivity;
  readonly execution: SessionExecution;
  /** Of the steps that the plan was about; null without a plan that could be held against it. */
  readonly plan: {
    readonly steps: number;
    readonly done: number;
    /** Share of the recorded time within the targets, 0-1. */
    readonly inRange: number | null;
  } | null;
  /** Median load of the athlete's sessions of that sport; null while there are too few. */
  readonly usualLoad: number | null;
  /** Bests of all time that this activity brought. */
  readonly bests: readonly DetectorBest[];
  /** At the end of its day; null while that is not worked out. */
  readonly after: { readonly fitness: number; readonly fatigue: number } | null;
};

export function activityDebrief(input: DebriefInput): Finding {
  const { activity } = input;
  const said = [
    whatSaid(input),
    planSaid(input),
    zonesSaid(input),
    effortSaid(input),
    driftSaid(input),
    bestSaid(input),
    nextSaid(input),
  ].filter((one) => one !== null);
  return finding({
    detector: DEBRIEF_DETECTOR,
    formula: FORMULA,
    severity: SEVERITY[input.execution.verdict ?? "expected"],
    sport: activity.sport,
    title: titleOf(input),
    text: said.map(({ text }) => text).join(" "),
    action: actionOf(input),
    evidence: said.flatMap((one) => one.evidence),
    series: [],
  });
}

const SEVERITY = {
  ...{ worse: "caution", expected: "notice", better: "celebrate" },
} as const satisfies Record<string, FindingSeverity>;

const NOUNS: Partial<Record<string, string>> = { cycling: "ride", running: "run" };

function titleOf({ activity, execution, plan, bests }: DebriefInput): string {
  const noun = nounOf(activity);
  if (bests.length > 0) return "A new best";
  if (execution.verdict === "worse") return `This ${noun} cost more than it should have`;
  if (execution.verdict === "better") return "Better than expected";
  if (plan && plan.done === plan.steps) return "Done as planned";
  return isHardSession(activity) ? `A hard ${noun}` : `A ${noun} in the bank`;
}

function nounOf({ sport }: JudgedActivity): string {
  return NOUNS[sport] ?? (sport === "swimming" ? "swim" : "session");
}

function whatSaid({ activity, usualLoad }: DebriefInput): Said {
  const own = ownOf(activity);
  const minutes = Math.round(activity.timerS / MINUTE_S) * MINUTE_S;
  const length = own("activity.duration", "Duration", [Math.max(MINUTE_S, minutes), "s"]);
  const noun = nounOf(activity);
  if (activity.load === null) {
    return { text: `A ${noun} of ${say(length)}.`, evidence: [length] };
  }
  const load = own("activity.load", "Training load", [activity.load, "load"]);
  const text = `A ${noun} of ${say(length)} with a training load of ${say(load)}`;
  if (usualLoad === null) return { text: `${text}.`, evidence: [length, load] };
  const label = `Training load of your usual ${noun}`;
  const usual = evidence("activity.usual-load", label, [usualLoad, "load"], daysTo(activity.day));
  const gap = load.value - usual.value;
  const word = Math.abs(gap) <= SAME * usual.value ? "about" : gap > 0 ? "more than" : "less than";
  return {
    text: `${text}, ${word} your usual ${say(usual)}.`,
    evidence: [length, load, usual],
  };
}

function planSaid({ activity, plan, execution }: DebriefInput): Said | null {
  if (plan === null) return null;
  const own = ownOf(activity);
  const steps = own("plan.steps", "Steps that the plan was about", [plan.steps, "count"]);
  const done = own("plan.done", "Of them done", [plan.done, "count"]);
  const all = plan.done === plan.steps;
  const first =
    plan.steps === 1
      ? `The main part of the plan was ${all ? "done" : "not done whole"}`
      : `${say(done)} of ${say(steps)} main steps of the plan were done`;
  const short = signalOf(execution, "completion");
  if (plan.inRange === null || short?.verdict === "worse") {
    return { text: `${first}.`, evidence: [steps, done] };
  }
  const held = own("plan.in-range", "Time within the plan’s targets", [plan.inRange, "share"]);
  return {
    text: `${first}, ${say(held)} of the time within the target.`,
    evidence: [steps, done, held],
  };
}

const LEAST_TOLD_S = 600;

function zonesSaid({ activity }: DebriefInput): Said | null {
  const { power, pace, heartRate } = activity.timeInZone;
  const zones = power ?? pace ?? heartRate;
  if (!zones) return null;
  const seconds = threeZones(zones.seconds);
  const all = seconds[0] + seconds[1] + seconds[2];
  if (all < LEAST_TOLD_S) return null;
  const own = ownOf(activity);
  const [easy, moderate, hard] = (["easy", "moderate", "hard"] as const).map((name, i) =>
    own(`zones.${name}`, `Share of ${name} time`, [(seconds[i] ?? 0) / all, "share"]),
  ) as [Evidence, Evidence, Evidence];
  return {
    text: `${say(easy)} of it was easy, ${say(moderate)} moderate and ${say(hard)} hard.`,
    evidence: [easy, moderate, hard],
  };
}

const EFFORT = { worse: "harder than", expected: "about", better: "easier than" } as const;

function effortSaid({ activity, execution }: DebriefInput): Said | null {
  const signal = signalOf(execution, "rpe");
  if (signal === null) return null;
  const own = ownOf(activity);
  const felt = own("effort.felt", "Effort felt", [signal.value, "rpe"]);
  const due = own("effort.expected", "Effort to be expected", [signal.against, "rpe"]);
  const word = EFFORT[signal.verdict];
  return {
    text: `You felt it as ${say(felt)} of 10, ${word} the ${say(due)} to be expected.`,
    evidence: [felt, due],
  };
}

function driftSaid({ activity }: DebriefInput): Said | null {
  if (activity.decouplingPct === null) return null;
  const value = [activity.decouplingPct, "percent"] as const;
  const drift = ownOf(activity)("decoupling.activity", "Decoupling", value);
  const meaning =
    drift.value < STEADY_PCT
      ? "your endurance carried it"
      : "heat, thirst or endurance that is not there yet do that";
  return { text: `Heart rate drifted by ${say(drift)}: ${meaning}.`, evidence: [drift] };
}

function actionOf({ activity, execution, after }: DebriefInput): string {
  if (after !== null && after.fitness - after.fatigue < HEAVY_FORM) {
    return "Keep the next two days easy: there is much work in your legs.";
  }
  if (isHardSession(activity)) return "Keep tomorrow easy: a hard session needs two days.";
  return execution.verdict === "worse"
    ? "Keep the next session easy, and see whether it feels the same."
    : "Nothing to make up for: go on with your days as planned.";
}

const HEAVY_FORM = -30;

function signalOf(
  { signals }: SessionExecution,
  name: ExecutionSignalName,
): ExecutionSignal | null {
  return signals.find((signal) => signal.name === name) ?? null;
}

function ownOf({ id, day }: JudgedActivity) {
  return (name: string, label: string, value: Parameters<typeof evidence>[2]) =>
    evidence(name, label, value, daysTo(day), [id]);
}
