/**
 * How a week without news went: told where little else stands out.
 * DET-WEEK@1: load and its mean week before; sleep and resting heart rate of 7 nights and of the 28 before.
 * Reference: means; nothing is judged.
 * Valid: 7 whole days with 28 before for load, 4 nights with 14 before for the others.
 */
import { daySpan, seriesOf, sumOf } from "./day-span";
import type { DailyColumn, DetectorInput } from "./detector-input";
import { evidence, finding, meanEvidence, say } from "./evidence";
import type { Finding } from "./finding";

const LIMITS = { nights: 4, nightsBefore: 14, weekDays: 7, weeks: 4 } as const;
const FORMULA = "DET-WEEK@1";

export function weekFindings(input: DetectorInput): Finding[] {
  return [weekLoad(input), weekNights(input, "restingHrBpm"), weekNights(input, "sleepS")].filter(
    (one) => one !== null,
  );
}

function weekLoad(input: DetectorInput): Finding | null {
  const week = daySpan(input, "load", LIMITS.weekDays);
  const before = daySpan(input, "load", LIMITS.weeks * LIMITS.weekDays, LIMITS.weekDays);
  if (week.known.length < LIMITS.weekDays) return null;
  if (before.known.length < LIMITS.weeks * LIMITS.weekDays) return null;
  const sum = sumOf(week.known);
  const usual = sumOf(before.known) / LIMITS.weeks;
  const now = evidence("load.sum-7", "Load of 7 days", [sum, "load"], week);
  const then = evidence(
    "load.week-28-before",
    "Mean week of the 28 days before",
    [usual, "load"],
    before,
  );
  const side = placeOf(now.value, then.value, { more: "more than", less: "less than" });
  return finding({
    detector: "week-load",
    formula: FORMULA,
    severity: "notice",
    sport: null,
    title: "Your week of training",
    text: `Your load was ${say(now)}, ${side} the ${say(then)} of a usual week.`,
    action: "Nothing to change: go on as planned.",
    evidence: [now, then],
    series: [seriesOf(input, "load", undefined, 28)],
  });
}

const NIGHTS = {
  restingHrBpm: {
    detector: "week-resting-hr",
    title: "Your heart at rest",
    subject: "Resting heart rate was",
    words: { more: "higher than", less: "lower than" },
    action: "Nothing to change: a beat up or down from week to week is no news.",
  },
  sleepS: {
    detector: "week-sleep",
    title: "Your nights",
    subject: "Your nights were",
    words: { more: "longer than", less: "shorter than" },
    action: "Keep going to bed at the same time; that helps more than one long night.",
  },
} as const satisfies Partial<Record<DailyColumn, unknown>>;

function weekNights(input: DetectorInput, column: keyof typeof NIGHTS): Finding | null {
  const week = daySpan(input, column, 7);
  const before = daySpan(input, column, 28, 7);
  if (week.known.length < LIMITS.nights || before.known.length < LIMITS.nightsBefore) return null;
  const [now, then] = [meanEvidence(column, week), meanEvidence(column, before, 7)];
  const { detector, title, subject, words, action } = NIGHTS[column];
  return finding({
    detector,
    formula: FORMULA,
    severity: "notice",
    sport: null,
    title,
    text: `${subject} ${say(now)} on average this week, ${placeOf(now.value, then.value, words)} the ${say(then)} of the four weeks before.`,
    action,
    evidence: [now, then],
    series: [seriesOf(input, column)],
  });
}

/** Within 5 % it is the same. */
function placeOf(now: number, before: number, words: { more: string; less: string }): string {
  if (Math.abs(now - before) <= 0.05 * Math.abs(before)) return "about";
  return now > before ? words.more : words.less;
}
