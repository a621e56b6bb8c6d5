/**
 * Mornings that feel worse than they used to.
 * DET-FEEL@1: mean check-in of 7 days at most 3, and 0.8 or more below the 28 before: caution; 2.2 or less: warning.
 * Reference: Saw et al. 2016: answers see training strain earlier than most measurements. The limits are a convention.
 * Valid: 4 check-ins in 7 days and 10 in the 28 before.
 */
import { daySpan, meanOf, seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { finding, meanEvidence, say } from "./evidence";

const LIMITS = { low: 3, warning: 2.2, fall: 0.8, answers: 4, answersBefore: 10 } as const;

export const feelingLow: Detector = (input) => {
  const week = daySpan(input, "feel", 7);
  const before = daySpan(input, "feel", 28, 7);
  if (week.known.length < LIMITS.answers || before.known.length < LIMITS.answersBefore) return null;
  const mean = meanOf(week.known) ?? 0;
  const fall = (meanOf(before.known) ?? 0) - mean;
  if (mean > LIMITS.low || fall < LIMITS.fall) return null;
  const [now, then] = [meanEvidence("feel", week), meanEvidence("feel", before, 7)];
  return finding({
    detector: "feeling-low",
    formula: "DET-FEEL@1",
    severity: mean <= LIMITS.warning ? "warning" : "caution",
    sport: null,
    title: "You have felt worse than usual this week",
    text: `Your check-ins were ${say(now)} on average, where the weeks before were ${say(then)}. How you feel often changes before any measurement does.`,
    action:
      "Take an easy day or two, and think of what else has changed: work, sleep, food, worries.",
    evidence: [now, then],
    series: [seriesOf(input, "feel", { low: LIMITS.low, high: null })],
  });
};
