/**
 * Fitness that rises faster than the body adapts.
 * DET-RAMP@1: fitness today - fitness 7 days ago > 8: caution; > 8 in each of two weeks: warning.
 * Reference: PLN-5 (science.md 22); red above 8 in GoldenCheetah. A convention, not a law.
 * Valid: 56 days of load: before that fitness rises by being counted at all.
 */
import { daySpan, seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";

const WEEK_DAYS = 7;
const LIMITS = { perWeek: 8, days: 56 } as const;

export const fastRamp: Detector = (input) => {
  const { known, toDay } = daySpan(input, "fitness", LIMITS.days);
  if (known.length < LIMITS.days) return null;
  const [now = 0, week = 0, fortnight = 0] = [known.at(-1), known.at(-8), known.at(-15)];
  if (now - week <= LIMITS.perWeek) return null;
  const days = daysTo(toDay, WEEK_DAYS);
  const rise = evidence(
    "fitness.ramp-7",
    "Rise of fitness in 7 days",
    [now - week, "load/day"],
    days,
  );
  const current = evidence("fitness.now", "Fitness", [now, "load/day"], { fromDay: toDay, toDay });
  const isLong = week - fortnight > LIMITS.perWeek;
  return finding({
    detector: "fast-ramp",
    formula: "DET-RAMP@1",
    severity: isLong ? "warning" : "caution",
    sport: null,
    title: "Your fitness rises very fast",
    text: `It rose by ${say(rise)} in a week and stands at ${say(current)}. ${isLong ? "The week before was as steep." : "Muscles and tendons adapt more slowly than this number does."}`,
    action: "Hold the next week where it is, or a little lower, before you build further.",
    evidence: [rise, current],
    series: [seriesOf(input, "fitness")],
  });
};
