/**
 * Sleep missed over two weeks.
 * DET-SLEEP@1: SLP-DEBT against the athlete's own median night, 7 to 8 h: caution from 7 h, warning from 12 h.
 * Reference: at least 7 h for adults: Watson et al. 2015; half an hour and fifty minutes a night are conventions.
 * Valid: 10 of the last 14 nights; 21 nights before for the own median, else 7 h.
 */
import { sleepDebt } from "../recovery/sleep-debt";
import { daySpan, seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { evidence, finding, meanEvidence, say } from "./evidence";

const HOUR_S = 3600;
const MINUTE_S = 60;
const LIMITS = {
  cautionS: 7 * HOUR_S,
  warningS: 12 * HOUR_S,
  nights: 10,
  nightsBefore: 21,
  leastNeedS: 7 * HOUR_S,
  mostNeedS: 8 * HOUR_S,
} as const;

export const sleepShort: Detector = (input) => {
  const nights = daySpan(input, "sleepS", 14);
  if (nights.known.length < LIMITS.nights) return null;
  const before = daySpan(input, "sleepS", 60, 14);
  const needS = needOf(before.known);
  const { debtS } = sleepDebt(nights.values, needS);
  if (debtS === null || debtS < LIMITS.cautionS) return null;
  const toMinute = (seconds: number) => Math.round(seconds / MINUTE_S) * MINUTE_S;
  const mean = meanEvidence("sleepS", nights);
  const debt = evidence(
    "sleep.debt-14",
    "Sleep missed in 14 nights",
    [toMinute(debtS), "s"],
    nights,
  );
  const need = evidence("sleep.need", "Sleep that you need", [toMinute(needS), "s"], before);
  return finding({
    detector: "sleep-short",
    formula: "DET-SLEEP@1",
    severity: debtS >= LIMITS.warningS ? "warning" : "caution",
    sport: null,
    title: "You have slept too little for two weeks",
    text: `Your nights were ${say(mean)} long on average, against the ${say(need)} that you seem to need. That adds up to ${say(debt)} missed.`,
    action:
      "Go to bed half an hour earlier this week; shorten the next long session if it costs sleep.",
    evidence: [mean, need, debt],
    series: [seriesOf(input, "sleepS", { low: need.value, high: null })],
  });
};

function needOf(nights: readonly number[]): number {
  if (nights.length < LIMITS.nightsBefore) return LIMITS.leastNeedS;
  const median = nights.toSorted((a, b) => a - b)[nights.length >> 1] ?? LIMITS.leastNeedS;
  return Math.min(LIMITS.mostNeedS, Math.max(LIMITS.leastNeedS, median));
}
