import { daysBetween, eachDay, type LocalDate } from "@/lib/dates/local-date";
import { seededRandom } from "./seeded-random";

/**
 * What a day is like beside what the nights show, 0-1 each: nobody's body does what a score says.
 * Legs that are heavy for no reason that is measured, a cold that passes without a fever and is
 * told to nobody, and mornings that feel worse or better than they are.
 */
export type DemoDay = {
  readonly heavy: number;
  readonly cold: number;
  /** Points of the check-in. */
  readonly mood: number;
};

const COLDS = [
  { daysBefore: 74, days: 5 },
  { daysBefore: 299, days: 6 },
] as const;
const HEAVY_SHARE = 0.1;
const MOOD_SHARE = 0.12;

export function demoDays(
  firstDay: LocalDate,
  today: LocalDate,
  seed: number,
): ReadonlyMap<LocalDate, DemoDay> {
  const random = seededRandom(seed);
  return new Map(
    eachDay(firstDay, today).map((day) => {
      const isHeavy = random.next() < HEAVY_SHARE;
      const heavy = isHeavy ? random.between(0.6, 1) : 0;
      const isOther = random.next() < MOOD_SHARE;
      const mood = isOther ? random.between(-1.6, 0.9) : 0;
      return [day, { heavy, mood, cold: coldOn(day, today) }];
    }),
  );
}

/** Worst in its middle. */
function coldOn(day: LocalDate, today: LocalDate): number {
  const ago = daysBetween(day, today);
  const cold = COLDS.find(({ daysBefore, days }) => ago <= daysBefore && ago > daysBefore - days);
  if (!cold) return 0;
  const at = (cold.daysBefore - ago + 0.5) / cold.days;
  return Math.sin(Math.PI * at);
}

/** How much faster the heart beats for the same work, as a share; `shown` is what the nights tell of. */
export function burdenOf({ heavy, cold }: DemoDay, shown: number): number {
  return 0.075 * heavy + 0.09 * cold + 0.02 * Math.max(-1.5, shown);
}
