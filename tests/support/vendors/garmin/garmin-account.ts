import { addDays, type LocalDate, localDate } from "@/lib/dates/local-date";
import { instantAt } from "@/lib/dates/zoned-time";
import { writeFitActivity } from "../../write-fit-activity";
import { writeZip } from "../../write-zip";

export type GarminAccountInput = {
  readonly displayName?: string;
  readonly key?: string;
  readonly firstDay?: string;
  /** The newest day that Garmin has; more may come with `setLastDay`. */
  readonly lastDay?: string;
  /** Where the athlete was: travelling is a zone that changes. */
  readonly zoneOn?: (day: LocalDate) => string;
  /** How many activities there were; the oldest on the first day. */
  readonly activities?: number;
  readonly activitiesPerDay?: number;
};

/** What Garmin has measured on a day; null when the watch was not worn. */
export type GarminDay = {
  readonly day: LocalDate;
  readonly sleepS: number;
  readonly sleepStartMs: number;
  readonly sleepEndMs: number;
  readonly awakeS: number;
  readonly deepS: number;
  readonly remS: number;
  readonly lightS: number;
  readonly sleepScore: number;
  readonly hrvMs: number;
  readonly restingHr: number;
  readonly stress: number;
  readonly steps: number;
  readonly weightG: number;
  readonly readiness: number;
};

export type GarminActivity = {
  readonly id: number;
  readonly startMs: number;
  readonly title: string;
};

export type GarminAccount = ReturnType<typeof createGarminAccount>;

const AWAKE_S = 1200;
const FIRST_ID = 20_000_000_000;

/** An invented athlete's account: every value follows from the day, nothing is kept. */
export function createGarminAccount(number: number, input: GarminAccountInput = {}) {
  const zoneOn = input.zoneOn ?? (() => "Europe/Zurich");
  const firstDay = localDate(input.firstDay ?? "2026-01-01");
  const perDay = input.activitiesPerDay ?? 1;
  const removed = new Set<number>();
  const unworn = new Set<string>();
  let lastDay = localDate(input.lastDay ?? "2026-11-20");
  let lastNight: LocalDate | null = null;
  let activities = input.activities ?? 40;

  const idOf = (index: number) => FIRST_ID + number * 1_000_000 + index;
  const activity = (index: number): GarminActivity => {
    const day = addDays(firstDay, Math.floor(index / perDay));
    const start = instantAt(day, 7 + (index % perDay), 0, zoneOn(day));
    return {
      id: idOf(index),
      startMs: start.getTime(),
      title: `Run ${index + 1}`,
    };
  };

  return {
    displayName: input.displayName ?? `athlete-${number}`,
    profileId: 1000 + number,
    key: input.key ?? `personal-key-of-athlete-${number}`,
    isKeyValid: true,
    setLastDay: (day: string) => {
      lastDay = localDate(day);
    },
    /** Nights after this one are not uploaded yet, though the day's steps are. */
    setLastNight: (day: string | null) => {
      lastNight = day === null ? null : localDate(day);
    },
    /** The watch lay in a drawer. */
    leaveOff: (day: string) => void unworn.add(day),
    addActivities: (count: number) => {
      activities += count;
    },
    removeActivity: (id: number) => void removed.add(id),

    /** Newest first; of a long list only what is asked for is made. */
    list(start: number, limit: number): GarminActivity[] {
      const found: GarminActivity[] = [];
      let before = 0;
      for (let index = activities - 1; index >= 0 && found.length < limit; index -= 1) {
        if (removed.has(idOf(index))) continue;
        if (before >= start) found.push(activity(index));
        before += 1;
      }
      return found;
    },
    find(id: number): GarminActivity | null {
      const index = id - idOf(0);
      return index >= 0 && index < activities && !removed.has(id) ? activity(index) : null;
    },
    count: () => activities - removed.size,

    hasNight: (day: LocalDate) => lastNight === null || day <= lastNight,
    day(day: LocalDate): GarminDay | null {
      if (day < firstDay || day > lastDay || unworn.has(day)) return null;
      return dayOf(day, zoneOn(addDays(day, -1)), zoneOn(day), number);
    },
  };
}

/** Asleep at 22:30 where the day before was, awake at 6:30 where this day is. */
function dayOf(day: LocalDate, zoneBefore: string, zone: string, number: number): GarminDay {
  const sleepStartMs = instantAt(addDays(day, -1), 22, 30, zoneBefore).getTime();
  const sleepEndMs = instantAt(day, 6, 30, zone).getTime();
  const sleepS = (sleepEndMs - sleepStartMs) / 1000 - AWAKE_S;
  const wave = (Number(day.slice(8)) * 7 + Number(day.slice(5, 7)) * 3 + number) % 13;
  return {
    day,
    sleepS,
    sleepStartMs,
    sleepEndMs,
    awakeS: AWAKE_S,
    deepS: 5400,
    remS: 6000,
    lightS: sleepS - 11_400,
    sleepScore: 70 + wave,
    hrvMs: 55 + wave,
    restingHr: 44 + (wave % 5),
    stress: 25 + wave,
    steps: 6000 + wave * 350,
    weightG: 68_000 + wave * 100,
    readiness: 60 + wave,
  };
}

/** Ten minutes of running, zipped as Garmin does; the same bytes each time. */
export function zippedRecording({ id, startMs }: GarminActivity): Uint8Array {
  const records = Array.from({ length: 61 }, (_, i) => ({
    atS: i * 10,
    heartRate: 130 + (i % 20),
    enhancedSpeed: 3,
    distance: i * 30,
  }));
  const fit = writeFitActivity({
    startEpochS: Math.floor(startMs / 1000),
    sessions: [{ atS: 0, durationS: 600, sport: "running", totalDistance: 1800 }],
    records,
    timer: [
      [0, "start"],
      [600, "stopAll"],
    ],
    device: { manufacturer: "garmin", serialNumber: 4711 },
  });
  return writeZip([{ name: `${id}_ACTIVITY.fit`, content: fit }]);
}
