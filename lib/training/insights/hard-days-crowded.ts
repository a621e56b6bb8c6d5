/**
 * Hard days too close together.
 * DET-HARD@1: days with a hard session (PLN-7H) among the last 7: 4 = notice, 5 or more = caution.
 * Reference: PLN-7 (science.md 22): at most three, 48 h apart.
 * Valid: any week; a session that says nothing of its intensity counts as easy.
 */
import { addDays, eachDay } from "../../dates/local-date";
import { daySpan } from "./day-span";
import type { Detector } from "./detector-input";
import { evidence, finding, say } from "./evidence";

const LIMITS = { notice: 4, caution: 5, seriesDays: 28 } as const;

export const hardDaysCrowded: Detector = (input) => {
  const week = daySpan(input, "load", 7);
  const hard = input.activities.filter(
    ({ isHard, day }) => isHard && day >= week.fromDay && day <= week.toDay,
  );
  const days = new Set(hard.map(({ day }) => day)).size;
  if (days < LIMITS.notice) return null;
  const ids = hard.map(({ id }) => id);
  const count = evidence(
    "hard-days.count-7",
    "Days with a hard session, of 7",
    [days, "count"],
    week,
    ids,
  );
  const first = addDays(week.toDay, 1 - LIMITS.seriesDays);
  const points = eachDay(first, week.toDay).map((day) => ({
    day,
    value: input.activities.filter((one) => one.day === day && one.isHard).length,
  }));
  return finding({
    detector: "hard-days-crowded",
    formula: "DET-HARD@1",
    severity: days >= LIMITS.caution ? "caution" : "notice",
    sport: null,
    title: "Too many hard days in one week",
    text: `There was a hard session on ${say(count)} days of the last week. Hard training works by the rest after it; most athletes gain no more from a fourth hard day.`,
    action: "Keep two easy days between hard ones next week.",
    evidence: [count],
    series: [{ label: "Hard sessions", unit: "count", points }],
  });
};
