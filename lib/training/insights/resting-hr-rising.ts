/**
 * Resting heart rate that has risen and stays up.
 * DET-RHR@1: mean of 7 nights - mean of the 28 before: caution from 3 bpm, warning from 5.
 * Reference: the limits of RDY-S11 (science.md 11), held against a month instead of a week.
 * Valid: 4 of the 7 nights, the last two known nights up as well, and 14 of the 28.
 */
import { daySpan, meanOf, seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { evidence, finding, meanEvidence, say } from "./evidence";

const LIMITS = { cautionBpm: 3, warningBpm: 5, nights: 4, nightsBefore: 14 } as const;

export const restingHrRising: Detector = (input) => {
  const week = daySpan(input, "restingHrBpm", 7);
  const before = daySpan(input, "restingHrBpm", 28, 7);
  if (week.known.length < LIMITS.nights || before.known.length < LIMITS.nightsBefore) return null;
  const usual = meanOf(before.known) ?? 0;
  const rise = (meanOf(week.known) ?? 0) - usual;
  const isOver = week.known.slice(-2).some((bpm) => bpm - usual < LIMITS.cautionBpm / 2);
  if (rise < LIMITS.cautionBpm || isOver) return null;
  const now = meanEvidence("restingHrBpm", week);
  const then = meanEvidence("restingHrBpm", before, 7);
  const up = evidence(
    "resting-hr.rise",
    "Resting heart rate, this week above the month before",
    [now.value - then.value, "bpm"],
    { fromDay: before.fromDay, toDay: week.toDay },
  );
  return finding({
    detector: "resting-hr-rising",
    formula: "DET-RHR@1",
    severity: rise >= LIMITS.warningBpm ? "warning" : "caution",
    sport: null,
    title: "Your resting heart rate has risen",
    text: `It was ${say(now)} on average this week, ${say(up)} above the ${say(then)} of the four weeks before. Hard training, short nights, heat, travel, alcohol or a body that is fighting something off can all do that.`,
    action: "Keep it easy until it is back where it was, and rest if you feel unwell.",
    evidence: [now, then, up],
    series: [seriesOf(input, "restingHrBpm", { low: null, high: then.value + LIMITS.cautionBpm })],
  });
};
