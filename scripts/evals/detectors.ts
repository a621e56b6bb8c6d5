import { detectFindings } from "@/lib/training/insights/detect-findings";
import type { Decision } from "@/lib/training/recovery/recovery-types";
import { caseInput } from "./case-input";
import { type DetectorCase, detectorCases } from "./detector-cases";
import type { Evaluation } from "./evaluation";
import { type CaseSet, HELD_OUT, KNOWN } from "./populations";

const GOALS = { detectorPrecision: 0.9, detectorRecall: 0.9, ladderAgreement: null } as const;
const SHORT_NIGHT_S = 7 * 3600;

/**
 * How often the detectors are right about athletes whose truth is known. Precision: of what was
 * told, the share that is true. Recall: of what had to be told, the share that was. The ladder's
 * agreement: the share of mornings whose answer somebody who knows the truth would give as well.
 * The same of athletes of another kind, held out: told, with no goal.
 */
export function evalDetectors(): Evaluation {
  const known = evalSet(KNOWN);
  const heldOut = evalSet(HELD_OUT);
  const share = (name: keyof typeof GOALS, { counted }: EvaluatedSet) => {
    const [part, whole, of] = counted[name];
    const value = whole === 0 ? null : Math.round((1000 * part) / whole) / 1000;
    return { value, note: `${part} of ${whole} ${of}` };
  };
  const figure = (name: keyof typeof GOALS) => {
    const { value, note } = share(name, known);
    const least: number | null = GOALS[name];
    const judged =
      least === null ? {} : { goal: `>= ${least}`, ok: value !== null && value >= least };
    return { [name]: { value, ...judged, note } };
  };
  return {
    figures: {
      cases: { value: known.cases, goal: ">= 60", ok: known.cases >= 60 },
      ...figure("detectorPrecision"),
      ...figure("detectorRecall"),
      ...figure("ladderAgreement"),
      heldOutPrecision: share("detectorPrecision", heldOut),
      heldOutRecall: share("detectorRecall", heldOut),
      heldOutAgreement: share("ladderAgreement", heldOut),
    },
    wrong: [...known.wrong, ...heldOut.wrong.map((text) => `held out, ${text}`)],
  };
}

type EvaluatedSet = {
  readonly cases: number;
  readonly counted: Readonly<
    Record<keyof typeof GOALS, readonly [part: number, whole: number, of: string]>
  >;
  readonly wrong: readonly string[];
};

function evalSet(set: CaseSet): EvaluatedSet {
  const cases = detectorCases(set);
  const count = { told: 0, true: 0, had: 0, found: 0, judged: 0, agreed: 0 };
  const wrong: string[] = [];
  for (const one of cases) {
    const { input, decision, rule, sleptS } = caseInput(one);
    const told = detectFindings(input).map(({ detector }) => detector);
    const alarms = told.filter((name) => !isTrue(one, name));
    const missed = one.expected.filter((names) => !names.some((name) => told.includes(name)));
    count.told += told.length;
    count.true += told.length - alarms.length;
    count.had += one.expected.length;
    count.found += one.expected.length - missed.length;
    if (alarms.length > 0) wrong.push(`${one.name}: told ${alarms.join(", ")}`);
    if (missed.length > 0) wrong.push(`${one.name}: not told ${missed.flat().join(", ")}`);
    const right = rightDecisions(one, sleptS);
    if (right === null) continue;
    count.judged++;
    if (right.includes(decision)) count.agreed++;
    else
      wrong.push(`${one.name}: the ladder said ${decision} (${rule}), not ${right.join(" or ")}`);
  }
  return {
    cases: cases.length,
    counted: {
      detectorPrecision: [count.true, count.told, "findings"],
      detectorRecall: [count.found, count.had, "truths"],
      ladderAgreement: [count.agreed, count.judged, "mornings"],
    },
    wrong,
  };
}

function isTrue({ expected, allowed }: DetectorCase, name: string): boolean {
  return expected.flat().includes(name) || allowed.includes(name);
}

function rightDecisions(one: DetectorCase, sleptS: number | null): readonly Decision[] | null {
  const isShort = sleptS !== null && sleptS < SHORT_NIGHT_S;
  const mayEase = one.mayEaseWhenShort === true && isShort;
  return one.decisions && mayEase ? [...one.decisions, "ease"] : one.decisions;
}
