import { daysBetween, type LocalDate } from "@/lib/dates/local-date";

/** A set as the watch would count it; `subtype` is the exercise's number within its FIT category. */
export type DemoSet = {
  readonly startS: number;
  readonly durationS: number;
  readonly isActive: boolean;
  readonly category: string;
  readonly subtype: number;
  readonly repetitions: number | null;
  readonly weightKg: number | null;
};

/** What is lifted at the start of the year; null is held, not lifted. */
const EXERCISES = [
  { category: "squat", subtype: 6, repetitions: 6, weightKg: 50 },
  { category: "benchPress", subtype: 1, repetitions: 8, weightKg: 30 },
  { category: "deadlift", subtype: 0, repetitions: 5, weightKg: 60 },
  { category: "row", subtype: 2, repetitions: 10, weightKg: 14 },
  { category: "plank", subtype: 43, repetitions: null, weightKg: null },
] as const;

const SETS_EACH = 3;
const SET_S = 45;
const REST_S = 90;
const WARM_UP_S = 240;
const PLATE_KG = 2.5;
const YEAR_GAIN = 0.24;
const YEAR_DAYS = 365;
const EASY_WEEK_SHARE = 0.88;

/** Five exercises of three sets; the bar grows heavier through the year, but for an easy week in four. */
export function demoSets(day: LocalDate, firstDay: LocalDate): DemoSet[] {
  const days = daysBetween(firstDay, day);
  const isEasy = Math.floor(days / 7) % 4 === 3;
  const share = (1 + (YEAR_GAIN * days) / YEAR_DAYS) * (isEasy ? EASY_WEEK_SHARE : 1);
  const sets: DemoSet[] = [];
  let startS = WARM_UP_S;
  for (const { category, subtype, repetitions, weightKg } of EXERCISES) {
    for (let n = 0; n < SETS_EACH; n++) {
      const common = { category, subtype };
      const weight =
        weightKg === null ? null : Math.round((weightKg * share) / PLATE_KG) * PLATE_KG;
      sets.push(
        { ...common, startS, durationS: SET_S, isActive: true, repetitions, weightKg: weight },
        {
          ...common,
          startS: startS + SET_S,
          durationS: REST_S,
          isActive: false,
          repetitions: null,
          weightKg: null,
        },
      );
      startS += SET_S + REST_S;
    }
  }
  return sets;
}
