/**
 * An invented athlete whose truth is known: what happens to them is decided here, and nights,
 * answers and sessions follow from it through a small model of the body, with noise. Nothing of it
 * is taken from the rules that are to find it.
 */
import { type SeededRandom, seededRandom } from "@/db/seed/seeded-random";
import { addDays, eachDay, type LocalDate, localDate } from "@/lib/dates/local-date";

export const TODAY = localDate("2026-11-22");
export const HISTORY_DAYS = 280;

/** What a day brings, as shares of this athlete's own usual; 0 is nothing out of the ordinary. */
export type DayTruth = {
  /** Training against the plan: 1 is as planned. */
  readonly training: number;
  /** 0-1: how ill, and how far beyond what the body takes. */
  readonly ill: number;
  readonly overreached: number;
  /** Hours of sleep lost that night. */
  readonly sleepLostH: number;
  /** A night of alcohol or a late dinner: 1 is a bad one. */
  readonly badNight: number;
  /** Output at the same heart rate against the usual: 0.05 is 5 % more. */
  readonly betterBy: number;
  readonly isMeasured: boolean;
  readonly utcOffsetH: number;
};

export const ORDINARY: DayTruth = {
  ...{ training: 1, ill: 0, overreached: 0, sleepLostH: 0, badNight: 0, betterBy: 0 },
  ...{ isMeasured: true, utcOffsetH: 1 },
};

export type SimulatedDay = {
  readonly day: LocalDate;
  readonly load: number;
  readonly isHard: boolean;
  readonly timerS: number;
  readonly efficiency: number;
  readonly decouplingPct: number;
  readonly truth: DayTruth;
  /** Null where the night was not measured. */
  readonly night: {
    readonly hrvMs: number;
    readonly restingHrBpm: number;
    readonly sleepS: number;
    readonly respirationBrpm: number;
    readonly stress: number;
  } | null;
  /** 1-5; null where nobody answered. */
  readonly answer: number | null;
};

type Range = readonly [least: number, most: number];

/** Whom the athletes are drawn from, and how they answer to what happens to them. */
export type Population = {
  readonly hrvMs: Range;
  readonly pulseBpm: Range;
  readonly sleepH: Range;
  readonly usualLoad: Range;
  readonly feel: Range;
  /** Shares of a usual day, Monday first, and its hard days. */
  readonly week: readonly number[];
  readonly hardWeekdays: readonly number[];
  /** Of nights and answers, and of what a load, an illness or a bad night does to them; 1 is usual. */
  readonly noise: number;
  readonly effect: number;
};

export function simulate(
  seed: number,
  truthOf: (daysAgo: number) => DayTruth,
  population: Population,
): SimulatedDay[] {
  const random = seededRandom(seed);
  const drawn = (range: Range) => random.between(...range);
  const { noise, effect } = population;
  const body = {
    hrv: Math.log(drawn(population.hrvMs)),
    pulse: drawn(population.pulseBpm),
    sleepH: drawn(population.sleepH),
    breath: random.between(12.5, 16),
    usualLoad: drawn(population.usualLoad),
    feel: drawn(population.feel),
    ...{ noise, effect },
  };
  let tired = body.usualLoad;
  let used = body.usualLoad;
  let drift = 0;
  return eachDay(addDays(TODAY, 1 - HISTORY_DAYS), TODAY).map((day, i) => {
    const truth = truthOf(HISTORY_DAYS - 1 - i);
    const strain = (tired - used) / Math.max(20, used);
    drift = 0.75 * drift + 0.3 * random.normal();
    const night = nightOf(body, truth, strain, drift, random);
    const answer = answerOf(body, truth, strain, random);
    const session = sessionOf(i, body.usualLoad, truth, random, population);
    tired += (session.load - tired) / 5;
    used += (session.load - used) / 35;
    return { day, truth, ...session, night: truth.isMeasured ? night : null, answer };
  });
}

type Body = {
  readonly hrv: number;
  readonly pulse: number;
  readonly sleepH: number;
  readonly breath: number;
  readonly feel: number;
  readonly noise: number;
  readonly effect: number;
};

function nightOf(
  body: Body,
  { ill, overreached, sleepLostH, badNight }: DayTruth,
  strain: number,
  drift: number,
  random: SeededRandom,
) {
  const { noise, effect } = body;
  const hurt = 0.22 * ill + 0.16 * overreached + 0.2 * badNight + 0.05 * strain;
  const up = 7 * ill + 4.5 * overreached + 6 * badNight + 1.5 * strain;
  const sleepH = body.sleepH - sleepLostH - 0.4 * ill + 0.55 * noise * random.normal();
  const hrvNoise = 0.03 * drift + 0.07 * random.normal();
  const pulseNoise = -0.6 * drift + 1.3 * random.normal();
  return {
    hrvMs: Math.exp(body.hrv - effect * hurt + noise * hrvNoise),
    restingHrBpm: body.pulse + effect * up + noise * pulseNoise,
    sleepS: Math.round(Math.max(3, sleepH) * 3600),
    respirationBrpm: body.breath + effect * 2 * ill + 0.35 * noise * random.normal(),
    stress: 30 + effect * (15 * ill + 8 * overreached) + 4 * noise * random.normal(),
  };
}

function answerOf(
  { feel, noise, effect }: Body,
  { ill, overreached, sleepLostH, badNight }: DayTruth,
  strain: number,
  random: SeededRandom,
): number | null {
  if (random.next() < 0.2) return null;
  const hurt = 1.4 * ill + 1.3 * overreached + 0.25 * sleepLostH + 0.5 * badNight + 0.3 * strain;
  const felt = Math.round(feel - effect * hurt + 0.5 * noise * random.normal());
  return Math.min(5, Math.max(1, felt));
}

function sessionOf(
  index: number,
  usualLoad: number,
  { training, betterBy }: DayTruth,
  random: SeededRandom,
  { week, hardWeekdays }: Population,
) {
  const weekday = index % 7;
  const isMissed = random.next() < 0.05;
  const planned = usualLoad * (week[weekday] ?? 0) * random.between(0.85, 1.15);
  const load = isMissed ? 0 : planned * training;
  return {
    load,
    isHard: hardWeekdays.includes(weekday) && load > 0,
    timerS: load * 65,
    efficiency: 1.25 * (1 + betterBy) * (1 + 0.025 * random.normal()),
    decouplingPct: 3.2 + 1.5 * random.normal(),
  };
}
