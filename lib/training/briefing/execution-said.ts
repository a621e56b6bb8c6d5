/**
 * How an activity went: against its plan, by the effort felt, by what a heartbeat brought, by its drift.
 * TRK-EXE and DEC-1. Reference: as sessionExecution and aerobicDecoupling.
 * Valid: what is known of it; the rest is not said.
 */
import { say } from "../insights/evidence";
import type {
  ExecutionSignal,
  ExecutionSignalName,
  SessionExecution,
} from "../track-record/session-execution";
import type { DebriefInput } from "./debrief-input";
import { ownOf } from "./own-evidence";
import type { Said } from "./said";

/** Below, the drift of a steady session says that endurance is there (DEC-1). */
const STEADY_PCT = 5;

export function planSaid({ activity, plan, execution }: DebriefInput): Said | null {
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

const EFFORT = { worse: "harder than", expected: "about", better: "easier than" } as const;

export function effortSaid({ activity, execution }: DebriefInput): Said | null {
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

export function efficiencySaid({ activity, execution }: DebriefInput): Said | null {
  const signal = signalOf(execution, "efficiency");
  if (signal === null || signal.verdict === "expected") return null;
  const percent = Math.abs(signal.value / signal.against - 1) * 100;
  const label = "Output for each heartbeat against your usual";
  const change = ownOf(activity)("efficiency.change", label, [percent, "percent"]);
  const word = signal.verdict === "better" ? "more" : "less";
  return {
    text: `Each heartbeat brought ${say(change)} ${word} than it usually does.`,
    evidence: [change],
  };
}

export function driftSaid({ activity, execution }: DebriefInput): Said | null {
  if (activity.decouplingPct === null) return null;
  const value = [activity.decouplingPct, "percent"] as const;
  const drift = ownOf(activity)("decoupling.activity", "Decoupling", value);
  const meaning = driftMeaning(drift.value < STEADY_PCT, execution);
  return { text: `Heart rate drifted by ${say(drift)}: ${meaning}.`, evidence: [drift] };
}

/** Nothing was carried well that cost more than it should, and nothing lacks where it went better. */
function driftMeaning(isSteady: boolean, execution: SessionExecution): string {
  if (signalOf(execution, "decoupling")?.verdict === "worse") return "more than it usually does";
  if (execution.verdict === "worse") {
    return isSteady ? "that is little" : "heat, thirst or tiredness do that";
  }
  if (isSteady) return "your endurance carried it";
  return execution.verdict === "better"
    ? "heat and thirst do that, too"
    : "heat, thirst or endurance that is not there yet do that";
}

function signalOf(
  { signals }: SessionExecution,
  name: ExecutionSignalName,
): ExecutionSignal | null {
  return signals.find((signal) => signal.name === name) ?? null;
}
