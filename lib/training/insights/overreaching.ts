/**
 * Load that the body no longer takes: deep fatigue with signs that agree.
 * DET-OVER@1: mean form of 7 days under -25, or fatigue 30 % over fitness, and two of: HRV 0.75 SD down, resting HR 3 bpm up, feeling 0.8 down.
 * Reference: Meeusen et al. 2013 (ECSS/ACSM): no single marker shows overreaching; the limits are a convention, as form under -30 in science.md 5.
 * Valid: 42 days of load; each sign with 4 of 7 days and 14 (answers: 10) of the 28 before.
 */
import { daySpan, deviationOf, meanOf, seriesOf } from "./day-span";
import type { DailyColumn, Detector, DetectorInput } from "./detector-input";
import { finding, meanEvidence, say } from "./evidence";
import type { Evidence } from "./finding";

const LIMITS = { form: -25, overFitness: 0.3, days: 42, signs: 2, known: 4 } as const;
const SIGNS = [
  { column: "hrvMs", side: -1, name: "HRV", known: 14, atLeast: hrvShift },
  { column: "restingHrBpm", side: 1, name: "resting heart rate", known: 14, atLeast: () => 3 },
  { column: "feel", side: -1, name: "how you feel", known: 10, atLeast: () => 0.8 },
] as const;

export const overreaching: Detector = (input) => {
  const form = daySpan(input, "form", 7);
  const fitness = daySpan(input, "fitness", LIMITS.days);
  const mean = meanOf(form.known);
  const fit = fitness.known.at(-1);
  if (mean === null || fit === undefined || fitness.known.length < LIMITS.days) return null;
  const isDeep = mean < LIMITS.form || (fit > 0 && -mean / fit > LIMITS.overFitness);
  const signs = SIGNS.flatMap((sign) => signOf(input, sign) ?? []);
  if (!isDeep || signs.length < LIMITS.signs) return null;
  const tired = meanEvidence("form", form);
  return finding({
    detector: "overreaching",
    formula: "DET-OVER@1",
    severity: "warning",
    sport: null,
    title: "You are training more than you recover from",
    text: `Form was ${say(tired)} on average this week, and your body agrees: ${signs.map(({ text }) => text).join("; ")}. Several signs that point the same way count for more than any one of them.`,
    action: "Take at least two days off or very easy, then halve the training of a week.",
    evidence: [tired, ...signs.flatMap((sign) => sign.evidence)],
    series: [seriesOf(input, "form"), ...signs.map(({ column }) => seriesOf(input, column))],
  });
};

function signOf(
  input: DetectorInput,
  sign: (typeof SIGNS)[number],
): { column: DailyColumn; text: string; evidence: Evidence[] } | null {
  const { column, side, name, known, atLeast } = sign;
  const week = daySpan(input, column, 7);
  const before = daySpan(input, column, 28, 7);
  if (week.known.length < LIMITS.known || before.known.length < known) return null;
  const shift = side * ((meanOf(week.known) ?? 0) - (meanOf(before.known) ?? 0));
  if (shift < atLeast(before.known)) return null;
  const [now, then] = [meanEvidence(column, week), meanEvidence(column, before, 7)];
  const text = `${name} is ${say(now)}, ${side > 0 ? "up" : "down"} from ${say(then)}`;
  return { column, text, evidence: [now, then] };
}

/** Never under 4 %: a range of hardly any width says little. */
function hrvShift(before: readonly number[]): number {
  return Math.max(0.75 * deviationOf(before), 0.04 * (meanOf(before) ?? 0));
}
