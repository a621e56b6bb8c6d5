import type { MorningHistory } from "@/db/queries/morning-history";
import type { SeededRandom } from "@/db/seed/seeded-random";
import { addDays, dayNumber, type LocalDate } from "@/lib/dates/local-date";
import { instantAt } from "@/lib/dates/zoned-time";
import { trainingDays } from "@/lib/training/load/training-days";

const SPORTS = ["cycling", "running", "swimming"] as const;
const ANSWERS = { readiness: 4, soreness: 4, mood: 4, stress: 4, hasSymptoms: false };
const ZONES = { boundaries: [0.55, 0.75, 0.9, 1.05], unit: "W", formula: "ZONE@1" };

/** An athlete who trains every day of all these, in three sports in turn, wears a watch at night and answers each morning, with thresholds, races, colds and a calendar. */
export function tenYearsOf(days: readonly LocalDate[], random: SeededRandom): MorningHistory {
  const activities = days.map((day) => activityOn(day, random));
  return {
    profile: {
      timeZone: "Europe/Berlin",
      mainSport: "running",
      sex: "f",
      gradedPaceModel: "observed",
      ownWeights: [],
      weekdayMinutes: [90, 90, 90, 90, 90, 240, 240],
    },
    thresholds: thresholdsOf(days),
    wellness: days.map((day) => nightOn(day, random)),
    checkIns: days.map((day) => ({ ...ANSWERS, day })),
    loads: ["all", ...SPORTS].flatMap((sport) => loadsOf(sport, days, activities)),
    activities,
    events: eventsOf(days),
    busyTimes: busyOn(days.at(-1)),
    answered: new Map(),
  } as unknown as MorningHistory;
}

/** Four capacities, set anew each quarter. */
function thresholdsOf(days: readonly LocalDate[]) {
  const kinds = [
    ["ftp_w", "cycling", 240],
    ["threshold_speed_mps", "running", 3.9],
    ["critical_swim_speed_mps", "swimming", 1.15],
    ["threshold_hr_bpm", "any", 170],
  ] as const;
  return days
    .filter((_, i) => i % 91 === 0)
    .toReversed()
    .flatMap((validFrom) =>
      kinds.map(([kind, sport, value]) => ({
        ...{ id: `${kind}:${validFrom}`, kind, sport, value, validFrom, source: "athlete" },
      })),
    );
}

/** A cold each winter, a race each half year, and one ahead. */
function eventsOf(days: readonly LocalDate[]) {
  const unsaid = { title: "", priority: null, bodyPart: null, forbidden: null };
  const race = { kind: "race", raceSport: "running", raceDistanceM: 21_097 };
  const last = days.at(-1) ?? days[0];
  const past = days.flatMap((day, i) => {
    if (i % 365 === 20)
      return [{ ...unsaid, kind: "illness", fromDay: day, toDay: addDays(day, 5) }];
    return i % 182 === 100 ? [{ ...unsaid, ...race, fromDay: day, toDay: day }] : [];
  });
  const ahead = last ? addDays(last, 40) : null;
  return ahead ? [...past, { ...unsaid, ...race, fromDay: ahead, toDay: ahead }] : past;
}

/** A working day and an evening, by a calendar. */
function busyOn(day: LocalDate | undefined) {
  if (day === undefined) return [];
  return [
    [9, 17],
    [19, 21],
  ].map(([from = 0, to = 0]) => ({
    startAt: instantAt(day, from, 0, "Europe/Berlin"),
    endAt: instantAt(day, to, 0, "Europe/Berlin"),
    isAllDay: false,
  }));
}

function activityOn(day: LocalDate, random: SeededRandom): MorningHistory["activities"][number] {
  const timerS = random.between(1800, 7200);
  const seconds = [0.4, 0.4, 0.1, 0.07, 0.03].map((share) => share * timerS);
  return {
    day,
    sport: SPORTS[dayNumber(day) % SPORTS.length] ?? "running",
    ...{ timerS, load: timerS / 72, loadMethod: "tss", rpe: null },
    timeInZone: { power: { ...ZONES, seconds } },
    startedAt: instantAt(day, 17, 30, "Europe/Berlin"),
    ...{ utcOffsetS: 3600, airTemperatureC: null, startLatitudeDeg: 52.5, startLongitudeDeg: 13.4 },
  };
}

function nightOn(day: LocalDate, random: SeededRandom) {
  return {
    day,
    hrvRmssdMs: 60 + 5 * random.normal(),
    restingHrBpm: 50 + 2 * random.normal(),
    sleepS: 27_000 + 1800 * random.normal(),
    ...{ sleepScore: 80, stressAvg: 30, hrvSdnnMs: null },
    ...{ hrvSource: "watch:sleep", sources: { restingHrBpm: "watch:sleep" } },
  };
}

function loadsOf(
  sport: string,
  days: readonly LocalDate[],
  activities: MorningHistory["activities"],
) {
  const load = Float64Array.from(activities, (one) =>
    sport === "all" || one.sport === sport ? (one.load ?? 0) : 0,
  );
  return trainingDays(load).map((values, i) => ({ sport, day: days[i], ...values }));
}
