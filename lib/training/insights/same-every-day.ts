/**
 * Days that are all alike: much load with no really easy day.
 * DET-MONO@1: FOSTER-1 monotony of 7 days > 2 with a load of at least a usual week: notice; > 2.5: caution.
 * Reference: Foster 1998; 2.5 as in PLN-13 (science.md 22).
 * Valid: seven whole days and the 28 before; a light week may be as even as it likes.
 */
import { monotonyStrain } from "../load/monotony-strain";
import { daySpan, seriesOf, sumOf } from "./day-span";
import type { Detector } from "./detector-input";
import { evidence, finding, say } from "./evidence";

const LIMITS = { notice: 2, caution: 2.5, weekDays: 7, weeks: 4 } as const;

export const sameEveryDay: Detector = (input) => {
  const week = daySpan(input, "load", LIMITS.weekDays);
  const before = daySpan(input, "load", LIMITS.weeks * LIMITS.weekDays, LIMITS.weekDays);
  const { monotony } = monotonyStrain(week.values);
  if (monotony === null || week.known.length < LIMITS.weekDays) return null;
  if (before.known.length < LIMITS.weeks * LIMITS.weekDays) return null;
  const load = sumOf(week.known);
  const usual = sumOf(before.known) / LIMITS.weeks;
  if (monotony <= LIMITS.notice || !(load > usual)) return null;
  const alike = evidence("load.monotony-7", "Monotony of 7 days", [monotony, "ratio"], week);
  const sum = evidence("load.sum-7", "Load of 7 days", [load, "load"], week);
  const then = evidence(
    "load.week-28-before",
    "Mean week of the 28 days before",
    [usual, "load"],
    before,
  );
  return finding({
    detector: "same-every-day",
    formula: "DET-MONO@1",
    severity: monotony > LIMITS.caution ? "caution" : "notice",
    sport: null,
    title: "Your days were all alike",
    text: `Monotony was ${say(alike)} in a week of ${say(sum)} load, more than the ${say(then)} of a usual one. Much load without a really easy day tires more than the same load with hard and easy days.`,
    action: "Make one day of the next week free, and another one short and easy.",
    evidence: [alike, sum, then],
    series: [seriesOf(input, "load", undefined, 28)],
  });
};
