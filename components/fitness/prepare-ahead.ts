import { formatDay } from "@/lib/dates/format-day";
import { addDays, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { loadProjection } from "@/lib/training/load/load-projection";
import { formatLoad } from "@/lib/units/format-load";
import { formatSigned } from "@/lib/units/format-signed";
import type { PerformanceDay } from "./prepare-performance";
import type { Race } from "./race-note";

/** What is supposed of the days to come: rest, training as of late, or a load a week of one's own. */
export type AheadPlan = "rest" | "steady" | number;

export const MOST_WEEKLY_LOAD = 3000;

export type Ahead = {
  readonly days: readonly PerformanceDay[];
  /** What is supposed, as words that follow "Dotted:" and stand beside every value. */
  readonly label: string;
  /** Rounded; null at rest. */
  readonly weeklyLoad: number | null;
};

const RESTED_DAYS = 14;
const TRAINED_DAYS = 42;
/** A race this near is worth looking up to, and a week beyond it. */
const RACE_DAYS = 182;
const AFTER_RACE_DAYS = 7;
/** What "as of late" looks back on. */
const LATELY_DAYS = 42;

/** The days after the last one under a plan; up to a week after the next race, where one is near. */
export function prepareAhead(
  days: readonly PerformanceDay[],
  plan: AheadPlan = "rest",
  races: readonly Race[] = [],
): Ahead | null {
  const last = days.at(-1);
  if (last === undefined) return null;
  const daily = dailyLoad(days, plan);
  const length = plan === "rest" ? RESTED_DAYS : daysAhead(last.day, races);
  const seed = { ctl: last.fitness, atl: last.fatigue };
  const { ctl, atl, tsb } = loadProjection(seed, length, daily);
  const weeklyLoad = plan === "rest" ? null : Math.round(daily * 7);
  return {
    weeklyLoad,
    label: weeklyLoad === null ? "if you rest" : `at ${formatLoad(weeklyLoad)} a week`,
    days: Array.from(ctl, (fitness, i) => ({
      day: addDays(last.day, i + 1),
      load: daily,
      fitness,
      fatigue: atl[i] as number,
      form: tsb[i] as number,
    })),
  };
}

/** What the dotted lines say, also of the races on them; null without them. */
export function aheadFinding(ahead: Ahead | null, races: readonly Race[] = []): string | null {
  const end = ahead?.days.at(-1);
  if (!ahead || end === undefined) return null;
  const then = `fitness goes to ${formatLoad(end.fitness)} and form to ${formatSigned(end.form)}`;
  const finding =
    ahead.weeklyLoad === null
      ? `Dotted: if you rest for two weeks, ${then}. Nothing planned is counted.`
      : `Dotted: at a load of ${formatLoad(ahead.weeklyLoad)} a week, the same every day, ${then} by ${formatDay(end.day, "compact")}.`;
  const mornings = races.flatMap(({ day, title }) => {
    const morning = ahead.days.find((one) => one.day === day);
    const before = ahead.days.find((one) => one.day === addDays(day, -1));
    if (morning === undefined || before === undefined) return [];
    return `On the morning of ${title}: fitness ${formatLoad(before.fitness)}, form ${formatSigned(morning.form)}.`;
  });
  return [finding, ...mornings].join(" ");
}

function dailyLoad(days: readonly PerformanceDay[], plan: AheadPlan): number {
  if (plan === "rest") return 0;
  if (plan !== "steady") return plan / 7;
  const lately = days.slice(-LATELY_DAYS);
  return lately.reduce((sum, one) => sum + one.load, 0) / lately.length;
}

function daysAhead(last: LocalDate, races: readonly Race[]): number {
  const next = races
    .map(({ day }) => daysBetween(last, day))
    .find((left) => left > 0 && left <= RACE_DAYS);
  return next === undefined ? TRAINED_DAYS : Math.max(RESTED_DAYS, next + AFTER_RACE_DAYS);
}
