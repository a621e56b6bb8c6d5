import { addDays, daysBetween, eachDay, type LocalDate } from "@/lib/dates/local-date";
import { instantAt, utcOffsetSeconds } from "@/lib/dates/zoned-time";
import { DEMO_ATHLETE } from "./demo-athlete";
import type { DemoCalendar } from "./demo-calendar";
import { type SeededRandom, seededRandom } from "./seeded-random";

export type DemoCheckIn = {
  readonly day: LocalDate;
  readonly readiness: number;
  readonly soreness: number;
  readonly mood: number;
  readonly stress: number;
  readonly hasSymptoms: boolean;
};

type Night = {
  readonly day: LocalDate;
  readonly hrvMs: number;
  readonly restingHr: number;
  readonly sleepS: number;
  readonly sleepScore: number;
  readonly stress: number;
  /** What lies behind all of these: load of the days before, illness, a better or worse week; 0 is usual. */
  readonly shown: number;
};

/** Day payloads in the shape of Garmin Connect's own, and the mornings' check-ins. */
export function demoNights(
  calendar: DemoCalendar,
  seed: number,
): {
  files: { name: string; bytes: Uint8Array }[];
  checkIns: DemoCheckIn[];
  strains: ReadonlyMap<LocalDate, number>;
} {
  const random = seededRandom(seed);
  const nights = simulate(calendar, random);
  const worn = nights.filter(() => random.next() > 0.025);
  const files = [
    ...worn.map((night) => json(`sleep-${night.day}.json`, sleepPayload(night, random))),
    ...chunks(worn, 28).map((part) => json(`stress-${part[0]?.day}.json`, part.map(stressEntry))),
  ];
  const checkIns = nights
    .filter((night) => night.day < calendar.today && random.next() > 0.2)
    .map((night) => feltOn(night, calendar, random));
  return { files, checkIns, strains: new Map(nights.map(({ day, shown }) => [day, shown])) };
}

/** Physiology in four lines: load pulls HRV down for days, fitness lifts it over months, illness breaks both. */
function simulate(calendar: DemoCalendar, random: SeededRandom): Night[] {
  const effort = new Map<LocalDate, number>();
  for (const session of calendar.sessions) {
    const load = session.blocks.reduce(
      (sum, block) => sum + (block.durationS / 36) * block.intensity ** 2,
      0,
    );
    effort.set(session.day, (effort.get(session.day) ?? 0) + load);
  }
  let fatigue = 45;
  let slow = 0;
  return eachDay(calendar.firstDay, calendar.today).map((day) => {
    fatigue += ((effort.get(addDays(day, -1)) ?? 0) - fatigue) / 5;
    slow = 0.8 * slow + 0.35 * random.normal();
    const strain = (fatigue - 55) / 55 + 1.7 * illnessOn(day, calendar);
    const progress = daysBetween(calendar.firstDay, day) / 365;
    const sleepHours =
      7.4 +
      (new Date(day).getUTCDay() % 6 === 0 ? 0.5 : 0) +
      0.55 * random.normal() -
      0.25 * illnessOn(day, calendar);
    const sleepS = Math.round(Math.min(9.6, Math.max(4.6, sleepHours)) * 60) * 60;
    return {
      day,
      shown: strain - slow,
      hrvMs: Math.round(
        Math.exp(
          Math.log(58 + 7 * progress) - 0.075 * strain + 0.045 * slow + 0.035 * random.normal(),
        ),
      ),
      restingHr: Math.round(
        DEMO_ATHLETE.restingHeartRateBpm +
          1.5 -
          2.5 * progress +
          1.9 * strain -
          0.7 * slow +
          0.8 * random.normal(),
      ),
      sleepS,
      sleepScore: Math.round(
        Math.min(
          97,
          Math.max(32, 78 + 9 * (sleepS / 3600 - 7.4) - 3 * strain + 5 * random.normal()),
        ),
      ),
      stress: Math.round(
        Math.min(80, Math.max(12, 29 + 5 * strain - 2 * slow + 4 * random.normal())),
      ),
    };
  });
}

/** 0-1: how ill; rises two days before the first symptoms and fades for three after. */
function illnessOn(day: LocalDate, calendar: DemoCalendar): number {
  const illness = calendar.events.find((event) => event.kind === "illness");
  if (!illness) return 0;
  const before = daysBetween(day, illness.fromDay);
  const after = daysBetween(illness.toDay, day);
  if (before > 2 || after > 3) return 0;
  if (before > 0) return 0.75 - 0.25 * before;
  return after > 0 ? 0.75 - 0.2 * after : 1;
}

function sleepPayload(night: Night, random: SeededRandom): unknown {
  const wake = instantAt(night.day, 6, Math.round(random.between(20, 50)), DEMO_ATHLETE.timeZone);
  const awake = Math.round(random.between(6, 32)) * 60;
  const start = wake.getTime() - (night.sleepS + awake) * 1000;
  const deep = Math.round((night.sleepS * random.between(0.14, 0.22)) / 60) * 60;
  const rem = Math.round((night.sleepS * random.between(0.18, 0.26)) / 60) * 60;
  const offset = utcOffsetSeconds(wake, DEMO_ATHLETE.timeZone) * 1000;
  return {
    dailySleepDTO: {
      id: start,
      calendarDate: night.day,
      sleepTimeSeconds: night.sleepS,
      sleepStartTimestampGMT: start,
      sleepEndTimestampGMT: wake.getTime(),
      sleepStartTimestampLocal: start + offset,
      sleepEndTimestampLocal: wake.getTime() + offset,
      deepSleepSeconds: deep,
      lightSleepSeconds: night.sleepS - deep - rem,
      remSleepSeconds: rem,
      awakeSleepSeconds: awake,
      averageRespirationValue: Math.round(random.between(12, 15)),
      sleepScores: {
        overall: {
          value: night.sleepScore,
          qualifierKey: night.sleepScore >= 80 ? "GOOD" : "FAIR",
        },
      },
    },
    avgOvernightHrv: night.hrvMs,
    restingHeartRate: night.restingHr,
  };
}

function stressEntry(night: Night): unknown {
  return { calendarDate: night.day, values: { overallStressLevel: night.stress } };
}

function feltOn(night: Night, calendar: DemoCalendar, random: SeededRandom): DemoCheckIn {
  const ill = illnessOn(night.day, calendar);
  const { heavy = 0, cold = 0, mood = 0 } = calendar.days.get(night.day) ?? {};
  const unseen = mood - 0.7 * heavy - 1.2 * cold;
  const base = 3.6 + (night.hrvMs - 61) / 12 + (night.sleepScore - 78) / 25 - 2 * ill + unseen;
  const answer = (shift: number) =>
    Math.min(5, Math.max(1, Math.round(base + shift + 0.5 * random.normal())));
  return {
    day: night.day,
    readiness: answer(0),
    soreness: answer(-0.2),
    mood: answer(0.3),
    stress: answer(0.1),
    hasSymptoms: ill >= 1,
  };
}

function json(name: string, payload: unknown): { name: string; bytes: Uint8Array } {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(payload)) };
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  );
}
