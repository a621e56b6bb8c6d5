/**
 * Signs that come together when the body fights something.
 * DET-ILL@1: of symptoms, resting HR up, HRV down and breathing faster (2 SD of 28 nights each): two over two nights = caution, three or symptoms with one = warning.
 * Reference: Mishra 2020, Natarajan 2020: pulse, HRV and breathing change around infections. The limits are a convention; this is no diagnosis.
 * Valid: 14 of the 28 nights before for a sign; silent while an illness is logged: then it is known.
 */
import { type DaySpan, daySpan, deviationOf, meanOf, seriesOf } from "./day-span";
import type { DailyColumn, Detector, DetectorInput } from "./detector-input";
import { finding, meanEvidence, say } from "./evidence";
import type { Evidence } from "./finding";

const LIMITS = { deviations: 2, nightsBefore: 14 } as const;
/** The direction of each sign, and the share of the usual that it has to differ by in any case. */
const SIGNS = [
  { column: "restingHrBpm", side: 1, least: 0.07 },
  { column: "hrvMs", side: -1, least: 0.08 },
  { column: "respirationBrpm", side: 1, least: 0.07 },
] as const;

type Sign = {
  readonly column: DailyColumn;
  readonly now: Evidence;
  readonly before: Evidence;
  readonly isUp: boolean;
};

export const illnessPattern: Detector = (input) => {
  const isKnown = input.events.some(
    ({ kind, fromDay, toDay }) =>
      kind === "illness" && fromDay <= input.day && toDay >= daySpan(input, "hrvMs", 2).fromDay,
  );
  if (isKnown) return null;
  const signs = SIGNS.flatMap((sign) => signOf(input, sign) ?? []);
  const hasSymptoms = daySpan(input, "symptoms", 2).known.some((value) => value > 0);
  const count = signs.length + (hasSymptoms ? 1 : 0);
  if (signs.length === 0 || count < 2) return null;
  const isSure = count > 2 || hasSymptoms;
  return finding({
    detector: "illness-pattern",
    formula: "DET-ILL@1",
    severity: isSure ? "warning" : "caution",
    sport: null,
    title: "Your body may be fighting something",
    text: `${signs.map(sentenceOf).join(" ")} ${hasSymptoms ? "You reported symptoms, too." : "Such signs together can come a day or two before you feel ill; a very hard day, heat or alcohol can look the same."}`,
    action: hasSymptoms
      ? "Rest until you feel well, and ask a doctor about fever or anything in the chest."
      : "Train easy or rest today, and look at the next morning before anything hard.",
    evidence: signs.flatMap(({ now, before }) => [now, before]),
    series: signs.map(({ column, before }) =>
      seriesOf(input, column, { low: before.value, high: before.value }),
    ),
  });
};

function signOf(
  input: DetectorInput,
  { column, side, least }: (typeof SIGNS)[number],
): Sign | null {
  const nights = daySpan(input, column, 2);
  const before = daySpan(input, column, 28, 2);
  if (nights.known.length === 0 || before.known.length < LIMITS.nightsBefore) return null;
  const usual = meanOf(before.known) ?? 0;
  const shift = Math.max(least * Math.abs(usual), LIMITS.deviations * deviationOf(before.known));
  const isLast = nights.values.at(-1) !== null;
  if (!isLast || !isBeyond(nights, side, usual, shift)) return null;
  return {
    column,
    now: meanEvidence(column, nights),
    before: meanEvidence(column, before, 2),
    isUp: side > 0,
  };
}

/** On average, and no night of them against it. */
function isBeyond({ known }: DaySpan, side: number, usual: number, shift: number): boolean {
  const differences = known.map((value) => side * (value - usual));
  return (meanOf(differences) ?? 0) >= shift && differences.every((one) => one >= shift / 2);
}

const NAMES: Partial<Record<DailyColumn, string>> = {
  restingHrBpm: "Resting heart rate",
  hrvMs: "HRV",
  respirationBrpm: "Breathing",
};

function sentenceOf({ column, now, before, isUp }: Sign): string {
  const unit = column === "respirationBrpm" ? " breaths a minute" : "";
  return `${NAMES[column]} is ${isUp ? "up" : "down"}: ${say(now)}${unit} in the last nights, ${say(before)}${unit} before.`;
}
