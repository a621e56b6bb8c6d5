/**
 * What an activity was, how it went against what was to be expected, and what follows for the next days.
 * BRF-ACT@2: length and load; the plan's work; intensity; effort felt; drift; a best; form of the next morning.
 * Reference: none, words for TRK-EXE, ZONE-3, DEC-1, PLN-7H and PMC-exp.
 * Valid: any activity; what is not known is not told. Every number in the words stands in the evidence.
 */
import { finding } from "../insights/evidence";
import type { Finding, FindingSeverity } from "../insights/finding";
import { isHardSession } from "../plan/is-hard-session";
import type { SessionExecution } from "../track-record/session-execution";
import { bestSaid } from "./best-said";
import type { DebriefInput } from "./debrief-input";
import { driftSaid, efficiencySaid, effortSaid, planSaid } from "./execution-said";
import { nextSaid } from "./next-said";
import { nounOf, whatSaid, zonesSaid } from "./session-said";

const DETECTOR = "activity";
const FORMULA = "BRF-ACT@2";

export function activityDebrief(input: DebriefInput): Finding {
  const { activity } = input;
  const said = [
    whatSaid(input),
    planSaid(input),
    zonesSaid(input),
    effortSaid(input),
    efficiencySaid(input),
    driftSaid(input),
    bestSaid(input),
    nextSaid(input),
  ].filter((one) => one !== null);
  return finding({
    detector: DETECTOR,
    formula: FORMULA,
    severity: severityOf(input),
    sport: activity.sport,
    title: titleOf(input),
    text: said.map(({ text }) => text).join(" "),
    action: actionOf(input),
    evidence: said.flatMap((one) => one.evidence),
    series: [],
  });
}

/** Where some of it went better and some of it worse, there is nothing to celebrate. */
function severityOf({ execution }: DebriefInput): FindingSeverity {
  if (execution.verdict === "worse") return "caution";
  return execution.verdict === "better" && !isMixed(execution) ? "celebrate" : "notice";
}

function isMixed({ signals }: SessionExecution): boolean {
  const verdicts = signals.map(({ verdict }) => verdict);
  return verdicts.includes("worse") && verdicts.includes("better");
}

function titleOf({ activity, execution, plan, bests }: DebriefInput): string {
  const noun = nounOf(activity);
  if (bests.length > 0) return "A new best";
  if (isMixed(execution)) return `A ${noun} with two sides`;
  if (execution.verdict === "worse") return `This ${noun} cost more than it should have`;
  if (execution.verdict === "better") return "Better than expected";
  if (plan && plan.done === plan.steps) return "Done as planned";
  return isHardSession(activity) ? `A hard ${noun}` : `A ${noun} as usual`;
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
