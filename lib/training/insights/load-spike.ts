/**
 * A week with much more training than the weeks before it.
 * DET-SPIKE@1: load of 7 days / mean week of the 28 days before: caution from 1.5, warning from 2.
 * Reference: ACWR-1 uncoupled, limits of RDY-S11; context, never a veto (Impellizzeri 2020).
 * Valid: 35 known days, a load of 200 or more this week and of 40 in a usual one.
 */
import { daySpan, seriesOf, sumOf } from "./day-span";
import type { Detector } from "./detector-input";
import { evidence, finding, say } from "./evidence";

const LIMITS = {
  caution: 1.5,
  warning: 2,
  leastWeek: 200,
  leastUsual: 40,
  weeks: 4,
  weekDays: 7,
} as const;

export const loadSpike: Detector = (input) => {
  const week = daySpan(input, "load", LIMITS.weekDays);
  const before = daySpan(input, "load", LIMITS.weeks * LIMITS.weekDays, LIMITS.weekDays);
  if (week.known.length < LIMITS.weekDays) return null;
  if (before.known.length < LIMITS.weeks * LIMITS.weekDays) return null;
  const usual = sumOf(before.known) / LIMITS.weeks;
  const ratio = sumOf(week.known) / usual;
  const isLittle = sumOf(week.known) < LIMITS.leastWeek || usual < LIMITS.leastUsual;
  if (isLittle || !(ratio >= LIMITS.caution)) return null;
  const now = evidence("load.sum-7", "Load of 7 days", [sumOf(week.known), "load"], week);
  const then = evidence(
    "load.week-28-before",
    "Mean week of the 28 days before",
    [usual, "load"],
    before,
  );
  const days = { fromDay: before.fromDay, toDay: week.toDay };
  const times = evidence(
    "load.ratio-7-28",
    "This week against the mean week",
    [ratio, "ratio"],
    days,
  );
  return finding({
    detector: "load-spike",
    formula: "DET-SPIKE@1",
    severity: ratio >= LIMITS.warning ? "warning" : "caution",
    sport: null,
    title: "This week was far more than you are used to",
    text: `Your load was ${say(now)}, ${say(times)} times the ${say(then)} of a usual week. That alone does not hurt anybody, but the body has not been asked for so much lately.`,
    action: "Make the next days easy, and come back to a usual week before you add more.",
    evidence: [now, then, times],
    series: [seriesOf(input, "load")],
  });
};
