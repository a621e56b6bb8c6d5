import { addDays, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import type { Fact } from "@/lib/training/insights/finding";
import type { AiAllowed } from "@/lib/training/source/ai-allowed";
import type { FactsActivity } from "./facts-input";
import { makeFact } from "./make-fact";

const WEEK = 7;
const SPORTS_TOLD = 3;

/** What was done in the seven days before the day, together and in the sports that took longest. */
export function trainingFacts(
  { value: activities }: AiAllowed<readonly FactsActivity[]>,
  day: LocalDate,
): Fact[] {
  const yesterday = addDays(day, -1);
  const week = activities.filter(
    (one) => one.day <= yesterday && daysBetween(one.day, yesterday) < WEEK,
  );
  const last = activities.filter((one) => one.day < day).at(-1);
  return [
    ...makeFact(
      "sessions.week",
      "Sessions of the last seven days",
      week.length,
      "count",
      yesterday,
      WEEK,
    ),
    ...makeFact(
      "duration.week",
      "Training time of the last seven days",
      sum(week, (one) => one.timerS),
      "s",
      yesterday,
      WEEK,
    ),
    ...bySport(week).flatMap(([sport, own]) => sportFacts(sport, own, yesterday)),
    ...(last && last.day < yesterday
      ? makeFact(
          "days-since.activity",
          "Days since the last activity",
          daysBetween(last.day, day),
          "days",
          day,
        )
      : []),
  ];
}

function sportFacts(sport: string, own: readonly FactsActivity[], toDay: LocalDate): Fact[] {
  const distance = own.some((one) => one.distanceM !== null)
    ? sum(own, (one) => one.distanceM ?? 0)
    : null;
  const name = sport.replaceAll("_", " ");
  const title = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return [
    ...makeFact(
      `${sport}.duration-week`,
      `${title}, time of the last seven days`,
      sum(own, (one) => one.timerS),
      "s",
      toDay,
      WEEK,
    ),
    ...makeFact(
      `${sport}.distance-week`,
      `${title}, distance of the last seven days`,
      distance,
      "m",
      toDay,
      WEEK,
    ),
  ];
}

function bySport(week: readonly FactsActivity[]): [string, FactsActivity[]][] {
  const groups = new Map<string, FactsActivity[]>();
  for (const one of week) groups.set(one.sport, [...(groups.get(one.sport) ?? []), one]);
  const time = ([, own]: [string, FactsActivity[]]) => sum(own, (one) => one.timerS);
  return [...groups].sort((a, b) => time(b) - time(a)).slice(0, SPORTS_TOLD);
}

function sum<Row>(rows: readonly Row[], value: (row: Row) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}
