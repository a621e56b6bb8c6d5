/**
 * Where in the season a day lies, for the choice of a session: finer than what readiness needs.
 * PLN-1, PLN-2, PLN-13: A: race week to 6 days before, taper to 13, peak to 20, build to 83, a week of recovery. B: race week, build, 4 days. C: its eve and its day.
 * Reference: Section 11 (science.md 22); taper length after Bosquet 2007; 12 weeks of build and what B and C leave out are conventions.
 * Valid: races with a day; of several, what asks for most comes first: race week, taper, peak, build.
 */
import { daysBetween, type LocalDate } from "../../dates/local-date";
import type { Race, RacePriority } from "./race-priority";
import type { SeasonPhase } from "./template-types";

/** Until how many days before a race, the nearest phase first. */
const LAST_DAY_BEFORE: Readonly<Record<RacePriority, Partial<Record<SeasonPhase, number>>>> = {
  A: { race_week: 6, taper: 13, peak: 20, build: 83 },
  B: { race_week: 6, build: 83 },
  C: { race_week: 1 },
};
const NEAREST_FIRST = ["race_week", "taper", "peak", "build"] as const;
const TAPER_DAYS: Readonly<Record<RacePriority, number>> = { A: 13, B: 6, C: -1 };
const RECOVERY_DAYS: Readonly<Record<RacePriority, number>> = { A: 7, B: 4, C: 1 };
const LOOKED_AHEAD_DAYS = 83;

/** The race that volume is cut for. */
export type Taper = { readonly priority: RacePriority; readonly daysToRace: number };

export type Season = {
  readonly phase: SeasonPhase;
  /** Null without a race in the next twelve weeks. */
  readonly daysToRace: number | null;
  /** Null without a race that still asks for recovery. */
  readonly daysSinceRace: number | null;
  /** Null without one; absent where no priority was known: then that of `daysToRace`, as A. */
  readonly taper?: Taper | null;
};

export function seasonPhase(day: LocalDate, races: readonly Race[]): Season {
  const dated = races.map(({ day: of, priority }) => ({ priority, days: daysBetween(day, of) }));
  const ahead = dated.filter(({ days }) => days >= 0).toSorted((a, b) => a.days - b.days);
  const since = dated.filter(({ priority, days }) => days < 0 && -days <= RECOVERY_DAYS[priority]);
  const sinceRace = Math.min(...since.map(({ days }) => -days));
  const isIn = (phase: SeasonPhase) =>
    ahead.some(({ priority, days }) => days <= (LAST_DAY_BEFORE[priority][phase] ?? -1));
  const before = NEAREST_FIRST.find(isIn) ?? "base";
  const isNear = before === "race_week" || before === "taper";
  const toRace = ahead[0]?.days ?? Number.POSITIVE_INFINITY;
  const tapered = ahead.find(({ priority, days }) => days <= TAPER_DAYS[priority]);
  return {
    phase: since.length > 0 && !isNear ? "recovery" : before,
    daysToRace: toRace <= LOOKED_AHEAD_DAYS ? toRace : null,
    daysSinceRace: since.length > 0 ? sinceRace : null,
    taper: tapered ? { priority: tapered.priority, daysToRace: tapered.days } : null,
  };
}
