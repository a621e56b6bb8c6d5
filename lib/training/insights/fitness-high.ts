/**
 * Fitness as high as it has not been for a season.
 * DET-PEAK@1: fitness is the highest of 112 days and 5 % above every day but the last 14, at a ramp of 8 or less: celebrate.
 * Reference: PMC-exp and PLN-5; the window is a convention.
 * Valid: 112 known days, fitness of 20 or more.
 */
import { daySpan, seriesOf } from "./day-span";
import type { Detector } from "./detector-input";
import { daysTo, evidence, finding, say } from "./evidence";

const LIMITS = { days: 112, gain: 1.05, recent: 14, ramp: 8, least: 20 } as const;

export const fitnessHigh: Detector = (input) => {
  const span = daySpan(input, "fitness", LIMITS.days);
  const { known, toDay } = span;
  if (known.length < LIMITS.days) return null;
  const now = known.at(-1) ?? 0;
  const highest = Math.max(...known.slice(0, -LIMITS.recent));
  const ramp = now - (known.at(-8) ?? now);
  if (now < LIMITS.least || now < Math.max(...known) || now < LIMITS.gain * highest) return null;
  if (ramp > LIMITS.ramp) return null;
  const current = evidence("fitness.now", "Fitness", [now, "load/day"], daysTo(toDay));
  const before = evidence(
    "fitness.highest-before",
    "Highest fitness before",
    [highest, "load/day"],
    span,
  );
  return finding({
    detector: "fitness-high",
    formula: "DET-PEAK@1",
    severity: "celebrate",
    sport: null,
    title: "You are fitter than you have been for months",
    text: `Fitness is ${say(current)}; the highest of the months before was ${say(before)}. You got there without a jump, which is what makes it last.`,
    action: "Go on as you do, and plan an easier week soon so that it sinks in.",
    evidence: [current, before],
    series: [seriesOf(input, "fitness", undefined, LIMITS.days)],
  });
};
