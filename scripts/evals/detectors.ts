import { detectFindings } from "@/lib/training/insights/detect-findings";
import { caseInput } from "./case-input";
import { type DetectorCase, detectorCases } from "./detector-cases";
import type { Evaluation } from "./evaluation";

/** The ladder is a published protocol as it stands: its agreement is told and has no goal. */
const GOALS = { detectorPrecision: 0.9, detectorRecall: 0.9, ladderAgreement: null } as const;

/**
 * How often the detectors are right about athletes whose truth is known. Precision: of what was
 * told, the share that is true. Recall: of what had to be told, the share that was. The ladder's
 * agreement: the share of mornings whose answer somebody who knows the truth would give as well.
 */
export function evalDetectors(): Evaluation {
  const cases = detectorCases();
  const count = { told: 0, true: 0, had: 0, found: 0, judged: 0, agreed: 0 };
  const wrong: string[] = [];
  for (const one of cases) {
    const { input, decision, rule } = caseInput(one);
    const told = detectFindings(input).map(({ detector }) => detector);
    const alarms = told.filter((name) => !isTrue(one, name));
    const missed = one.expected.filter((names) => !names.some((name) => told.includes(name)));
    count.told += told.length;
    count.true += told.length - alarms.length;
    count.had += one.expected.length;
    count.found += one.expected.length - missed.length;
    if (alarms.length > 0) wrong.push(`${one.name}: told ${alarms.join(", ")}`);
    if (missed.length > 0) wrong.push(`${one.name}: not told ${missed.flat().join(", ")}`);
    if (one.decisions === null) continue;
    count.judged++;
    if (one.decisions.includes(decision)) count.agreed++;
    else
      wrong.push(
        `${one.name}: the ladder said ${decision} (${rule}), not ${one.decisions.join(" or ")}`,
      );
  }
  const figure = (name: keyof typeof GOALS, part: number, whole: number, of: string) => {
    const value = whole === 0 ? null : Math.round((1000 * part) / whole) / 1000;
    const least: number | null = GOALS[name];
    const judged =
      least === null ? {} : { goal: `>= ${least}`, ok: value !== null && value >= least };
    return { [name]: { value, ...judged, note: `${part} of ${whole} ${of}` } };
  };
  return {
    figures: {
      cases: { value: cases.length, goal: ">= 60", ok: cases.length >= 60 },
      ...figure("detectorPrecision", count.true, count.told, "findings"),
      ...figure("detectorRecall", count.found, count.had, "truths"),
      ...figure("ladderAgreement", count.agreed, count.judged, "mornings"),
    },
    wrong,
  };
}

function isTrue({ expected, allowed }: DetectorCase, name: string): boolean {
  return expected.flat().includes(name) || allowed.includes(name);
}
