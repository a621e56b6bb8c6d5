import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { FactsLoad } from "./facts-input";
import { makeFact, meanOf } from "./make-fact";

const WEEK = 7;
const MONTH = 28;

/** Load of days, weeks and four weeks; fitness, fatigue and form as Today shows them. */
export function loadFacts(
  { value: loads }: AiAllowed<readonly FactsLoad[]>,
  day: LocalDate,
): Fact[] {
  const byDay = new Map(loads.map((load) => [load.day, load]));
  const today = byDay.get(day);
  const yesterday = addDays(day, -1);
  const before = byDay.get(yesterday);
  const sum = (days: number, endsOn: LocalDate) => {
    const found = daysUpTo(endsOn, days).map((each) => byDay.get(each)?.load ?? null);
    return found.includes(null)
      ? null
      : found.reduce<number>((total, one) => total + (one ?? 0), 0);
  };
  const week = sum(WEEK, yesterday);
  const weekBefore = sum(WEEK, addDays(yesterday, -WEEK));
  const change = week !== null && weekBefore ? (week / weekBefore - 1) * 100 : null;
  const month = meanOf(
    daysUpTo(yesterday, MONTH).map((each) => byDay.get(each)?.load ?? null),
    MONTH,
  );
  return [
    ...makeFact("form.now", "Form this morning", today?.form, "load/day", day),
    ...makeFact("fitness.now", "Fitness", today?.fitness, "load/day", day),
    ...makeFact("fatigue.now", "Fatigue", today?.fatigue, "load/day", day),
    ...makeFact("ramp.week", "Ramp of fitness over a week", before?.ramp, "load", yesterday, WEEK),
    ...makeFact("load.yesterday", "Training load of yesterday", before?.load, "load", yesterday),
    ...makeFact("load.week", "Training load of the last seven days", week, "load", yesterday, WEEK),
    ...makeFact(
      "load.week-before",
      "Training load of the seven days before those",
      weekBefore,
      "load",
      addDays(yesterday, -WEEK),
      WEEK,
    ),
    ...makeFact(
      "load.change-week",
      "Training load, change on the week before",
      change,
      "percent",
      yesterday,
      WEEK,
    ),
    ...makeFact(
      "load.mean-28",
      "Training load a day, mean of 28 days",
      month,
      "load/day",
      yesterday,
      MONTH,
    ),
    ...makeFact("load-ratio.today", "Load ratio", today?.acwr, "ratio", yesterday, MONTH),
    ...makeFact(
      "monotony.week",
      "Monotony of the last seven days",
      before?.monotony,
      "ratio",
      yesterday,
      WEEK,
    ),
  ];
}

function daysUpTo(last: LocalDate, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, i) => addDays(last, i - count + 1));
}
