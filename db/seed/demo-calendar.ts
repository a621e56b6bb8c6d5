import {
  addDays,
  eachDay,
  isoWeekday,
  type LocalDate,
  startOfIsoWeek,
} from "@/lib/dates/local-date";
import { type DemoDay, demoDays } from "./demo-body";
import { type SeededRandom, seededRandom } from "./seeded-random";

/**
 * A stretch at one intensity; `intensity` is the fraction of threshold power or speed. All out,
 * nothing gets in its way: no junction, no better or worse day.
 */
export type DemoBlock = {
  readonly durationS: number;
  readonly intensity: number;
  readonly isAllOut?: boolean;
};

export type DemoSession = {
  readonly day: LocalDate;
  /** Minutes after local midnight. */
  readonly startMinute: number;
  readonly sport: "running" | "cycling" | "indoor_cycling" | "swimming" | "strength";
  readonly name: string;
  readonly blocks: readonly DemoBlock[];
  /** The watch led through it: warm-up, rounds of work and rest, cool-down. */
  readonly isWorkout?: boolean;
};

export type DemoEvent = {
  readonly kind: "illness" | "holiday" | "race";
  readonly title: string;
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
};

export type DemoCalendar = {
  readonly firstDay: LocalDate;
  readonly today: LocalDate;
  readonly sessions: readonly DemoSession[];
  readonly events: readonly DemoEvent[];
  readonly days: ReadonlyMap<LocalDate, DemoDay>;
};

const YEAR_DAYS = 365;
const MIN = 60;
const MISSED_SHARE = 0.11;
/** A steady session on a day so bad is broken off after this share of it. */
const BAD_DAY = 0.75;
const BROKEN_OFF = 0.55;

/**
 * A year of training that ends today: three weeks up, one down; an illness, a week
 * away, a 10 km race ten weeks ago, a half marathon five weeks ago, and another race ahead.
 * Sessions are missed now and then, and some are broken off on a bad day. On the Saturdays of the last six weeks, but for the eve of the race, the long ride has all-out
 * efforts of 3 to 20 minutes in it.
 */
export function demoCalendar(today: LocalDate, seed: number): DemoCalendar {
  const firstDay = addDays(today, 1 - YEAR_DAYS);
  const random = seededRandom(seed);
  const raceDay = addDays(startOfIsoWeek(addDays(today, -35)), 6);
  const firstRaceDay = addDays(raceDay, -35);
  const events: DemoEvent[] = [
    span("illness", "Cold with fever", addDays(today, -236), 6),
    span("holiday", "A week away without training", addDays(today, -131), 7),
    span("race", "Lakeside 10 km", firstRaceDay, 1),
    span("race", "Half marathon", raceDay, 1),
    span("race", "City 10 km", addDays(startOfIsoWeek(addDays(today, 28)), 6), 1),
  ];
  const days = demoDays(firstDay, today, seed + 500);
  const sessions: DemoSession[] = [];
  for (const day of eachDay(firstDay, addDays(today, -1))) {
    if (isOff(day, events)) continue;
    if (day === firstRaceDay) sessions.push(tenKilometres(day));
    else if (day === raceDay) sessions.push(race(day));
    else {
      const planned = plannedOn(day, today, raceDay, random);
      sessions.push(...planned.map((session) => doneOf(session, days.get(day))));
    }
  }
  return { firstDay, today, sessions, events, days };
}

/** What becomes of a session on such a day: a long steady one is broken off, all others are pushed through. */
function doneOf(session: DemoSession, day: DemoDay | undefined): DemoSession {
  const isSteady = session.sport !== "strength" && session.sport !== "swimming";
  if (!day || Math.max(day.heavy, day.cold) < BAD_DAY || !isSteady) return session;
  if (session.isWorkout || session.blocks.some(({ isAllOut }) => isAllOut)) return session;
  const blocks = session.blocks.map((block) => ({
    ...block,
    durationS: Math.round((BROKEN_OFF * block.durationS) / MIN) * MIN,
  }));
  return { ...session, blocks };
}

function span(kind: DemoEvent["kind"], title: string, fromDay: LocalDate, days: number): DemoEvent {
  return { kind, title, fromDay, toDay: addDays(fromDay, days - 1) };
}

function isOff(day: LocalDate, events: readonly DemoEvent[]): boolean {
  return events.some(
    (event) =>
      event.kind !== "race" &&
      day >= event.fromDay &&
      day <= addDays(event.toDay, event.kind === "illness" ? 2 : 0),
  );
}

/** How long sessions are this week against the template: blocks of four weeks, a taper, a return. */
function volumeOf(day: LocalDate, today: LocalDate, raceDay: LocalDate): number {
  const week = Math.floor(
    (Date.parse(day) - Date.parse(startOfIsoWeek(addDays(today, -364)))) / 604_800_000,
  );
  const daysToRace = (Date.parse(raceDay) - Date.parse(day)) / 86_400_000;
  if (daysToRace > 0 && daysToRace <= 12) return 0.6;
  if (daysToRace < 0 && daysToRace >= -10) return 0.55;
  const trend = 0.78 + 0.28 * (week / 52);
  return trend * ([0.95, 1.03, 1.1, 0.68][week % 4] ?? 1);
}

function plannedOn(
  day: LocalDate,
  today: LocalDate,
  raceDay: LocalDate,
  random: SeededRandom,
): DemoSession[] {
  const volume = volumeOf(day, today, raceDay);
  const isMissed = random.next() < MISSED_SHARE;
  const isWinter = [11, 12, 1, 2].includes(Number(day.slice(5, 7)));
  const easyWeek = volume < 0.8;
  const sessions = templateFor(isoWeekday(day), day, volume, easyWeek, isWinter, random);
  const isTestDay = isoWeekday(day) === 6 && day >= addDays(today, -42);
  if (isTestDay && day !== addDays(raceDay, -1)) return [testRide(day, today)];
  return isMissed ? [] : sessions;
}

function templateFor(
  weekday: number,
  day: LocalDate,
  volume: number,
  easyWeek: boolean,
  isWinter: boolean,
  random: SeededRandom,
): DemoSession[] {
  const minute = 17 * 60 + Math.round(random.between(15, 75));
  switch (weekday) {
    case 1:
      return [
        {
          day,
          startMinute: minute,
          sport: "strength",
          name: "Strength, whole body",
          blocks: steady(42, 0.4),
        },
      ];
    case 2:
      return [easyWeek ? easyRun(day, minute, 45 * volume) : runIntervals(day, minute, random)];
    case 3:
      return [ride(day, minute, 72 * volume, 0.66, isWinter)];
    case 4:
      return [
        swim(day, 7 * 60 + 5, easyWeek),
        ...(easyWeek ? [] : [easyRun(day, minute, 42 * volume)]),
      ];
    case 5:
      return random.next() < 0.35 ? [easyRun(day, minute, 38 * volume)] : [];
    case 6:
      return [
        easyWeek ? ride(day, 9 * 60 + 40, 95, 0.64, isWinter) : longRide(day, volume, random),
      ];
    default:
      return [easyRun(day, 9 * 60 + 20, (easyWeek ? 70 : 96) * volume, "Long run")];
  }
}

function steady(minutes: number, intensity: number): DemoBlock[] {
  return [{ durationS: Math.round(minutes) * MIN, intensity }];
}

function easyRun(
  day: LocalDate,
  startMinute: number,
  minutes: number,
  name = "Easy run",
): DemoSession {
  return {
    day,
    startMinute,
    sport: "running",
    name,
    blocks: [...steady(8, 0.72), ...steady(Math.max(20, minutes - 8), 0.79)],
  };
}

function runIntervals(day: LocalDate, startMinute: number, random: SeededRandom): DemoSession {
  const isTempo = random.next() < 0.45;
  const work = isTempo
    ? repeat(3, { durationS: 10 * MIN, intensity: 0.97 }, { durationS: 2 * MIN, intensity: 0.72 })
    : repeat(6, { durationS: 3 * MIN, intensity: 1.07 }, { durationS: 2 * MIN, intensity: 0.62 });
  return {
    day,
    startMinute,
    sport: "running",
    name: isTempo ? "3 × 10 min tempo" : "6 × 3 min hills and flats",
    blocks: [...steady(15, 0.74), ...work, ...steady(10, 0.68)],
    isWorkout: true,
  };
}

function ride(
  day: LocalDate,
  startMinute: number,
  minutes: number,
  intensity: number,
  isWinter: boolean,
): DemoSession {
  return {
    day,
    startMinute,
    sport: isWinter ? "indoor_cycling" : "cycling",
    name: isWinter ? "Endurance, indoor" : "Endurance ride",
    blocks: [
      ...steady(10, 0.52),
      ...steady(Math.max(25, minutes - 15), intensity),
      ...steady(5, 0.48),
    ],
  };
}

function longRide(day: LocalDate, volume: number, random: SeededRandom): DemoSession {
  const minutes = Math.round(135 * volume);
  const hasTempo = random.next() < 0.5;
  const tempo = hasTempo
    ? repeat(3, { durationS: 8 * MIN, intensity: 0.92 }, { durationS: 4 * MIN, intensity: 0.55 })
    : [];
  return {
    day,
    startMinute: 9 * 60 + 30,
    sport: "cycling",
    name: hasTempo ? "Long ride with 3 × 8 min" : "Long ride",
    blocks: [
      ...steady(20, 0.58),
      ...tempo,
      ...steady(Math.max(40, minutes - 20 - (hasTempo ? 36 : 0)), 0.68),
    ],
  };
}

function swim(day: LocalDate, startMinute: number, easyWeek: boolean): DemoSession {
  const main = repeat(
    easyWeek ? 6 : 10,
    { durationS: 108, intensity: 0.97 },
    { durationS: 20, intensity: 0 },
  );
  return {
    day,
    startMinute,
    sport: "swimming",
    name: `Swim, ${easyWeek ? 6 : 10} × 100 m and more`,
    blocks: [...steady(8, 0.82), ...main, ...steady(6, 0.8)],
  };
}

/** Work above critical power and the power itself, as shares of threshold: what the test rides lie on. */
const TEST_POWER = 1.06;
const TEST_WORK_S = 55;
const TEST_START_MIN = 3;
/** Two shapes in turn, both with the longest, so that no effort hangs on a single ride. */
const TEST_MINUTES = [
  [5, 20],
  [3, 12, 20],
] as const;

function testRide(day: LocalDate, today: LocalDate): DemoSession {
  const weeksAgo = Math.floor((Date.parse(today) - Date.parse(day)) / 604_800_000);
  const minutes = TEST_MINUTES[weeksAgo % 2] ?? TEST_MINUTES[0];
  // The later of two like rides is the better one, by a hair.
  const form = weeksAgo < 2 ? 1 : 0.99;
  const hard = (minutes: number, intensity: number): DemoBlock => ({
    durationS: minutes * MIN,
    intensity: form * intensity,
    isAllOut: true,
  });
  /** The work above critical power goes in the first minutes; then only that power itself is left. */
  const allOut = (minutes: number): DemoBlock[] => {
    const start = Math.min(minutes, TEST_START_MIN);
    const first = hard(start, TEST_POWER + TEST_WORK_S / (start * MIN));
    return minutes > start ? [first, hard(minutes - start, TEST_POWER)] : [first];
  };
  return {
    day,
    startMinute: 9 * 60 + 30,
    sport: "cycling",
    name: `Ride with ${minutes.join(", ")} min all out`,
    blocks: [
      ...steady(20, 0.58),
      ...minutes.flatMap((length) => [...allOut(length), ...steady(15, 0.5)]),
      ...steady(20, 0.6),
    ],
  };
}

function tenKilometres(day: LocalDate): DemoSession {
  return {
    day,
    startMinute: 10 * 60 + 30,
    sport: "running",
    name: "Lakeside 10 km",
    blocks: [...steady(4, 1.02), ...steady(37, 1.035), ...steady(3, 1.06)],
  };
}

function race(day: LocalDate): DemoSession {
  return {
    day,
    startMinute: 10 * 60,
    sport: "running",
    name: "Half marathon",
    blocks: [...steady(5, 0.96), ...steady(88, 0.985), ...steady(4, 1.03)],
  };
}

function repeat(times: number, work: DemoBlock, rest: DemoBlock): DemoBlock[] {
  return Array.from({ length: times }, () => [work, rest]).flat();
}
