import type { MorningHistory, TrainedActivity } from "@/db/queries/morning-history";
import { addDays, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { isHardSession } from "@/lib/training/plan/is-hard-session";
import type { RecentVolume, WeekVolume } from "@/lib/training/plan/recommendation-input";
import type { EnduranceSport } from "@/lib/training/plan/template-types";
import { threeZones } from "@/lib/training/zones/three-zones";
import { usualStartMinute } from "./usual-start";

const RECENT_DAYS = 28;
const RECENT_WEEKS = 4;
const LONGEST_DAYS = 30;
/** With today a week. */
const DAYS_BEFORE_TODAY = 6;
const WEEK_DAYS = 7;
/** Fewer beginnings are no habit. */
const MIN_STARTS = 3;
/** A session is long from 1.4 times the median of the sport's recent ones. */
const LONG_OF_MEDIAN = 1.4;

/** What was done in one sport before the morning of `day`. */
export function recentVolume(
  { loads }: Pick<MorningHistory, "loads">,
  before: readonly TrainedActivity[],
  sport: EnduranceSport,
  day: LocalDate,
): RecentVolume {
  const ofSport = before.filter((activity) => activity.sport === sport);
  const within = (days: number) => {
    const first = addDays(day, -days);
    return ofSport.filter((activity) => activity.day >= first);
  };
  const recent = within(RECENT_DAYS);
  const recentS = recent.map(({ timerS }) => timerS);
  const typical = median(recentS);
  const long =
    typical === null
      ? []
      : within(LONGEST_DAYS).filter(({ timerS }) => timerS >= LONG_OF_MEDIAN * typical);
  const eve = loads.find((row) => row.sport === sport && row.day === addDays(day, -1));
  return {
    sessions28: recent.length,
    typicalDurationS: typical,
    longestDurationS: maximum(within(LONGEST_DAYS).map(({ timerS }) => timerS)),
    weeklyDurationS: sumOf(recent) / RECENT_WEEKS,
    daysSinceLong: daysSince(long, day),
    daysSinceLast: daysSince(ofSport, day),
    daysSinceHard: daysSince(recent.filter(isHardSession), day),
    ramp: eve?.ramp ?? null,
    threeZonesS: timeInThreeZones(recent),
    usualStartMinute: usualStartMinute(recent, MIN_STARTS),
    week: weekVolume(within, day),
  };
}

function weekVolume(
  within: (days: number) => readonly TrainedActivity[],
  day: LocalDate,
): WeekVolume {
  const first = addDays(day, -DAYS_BEFORE_TODAY);
  const weeks = within(DAYS_BEFORE_TODAY + WEEK_DAYS);
  const [done, before] = [
    weeks.filter((activity) => activity.day >= first),
    weeks.filter((activity) => activity.day < first),
  ];
  return { doneS: sumOf(done), beforeS: sumOf(before) };
}

function sumOf(activities: readonly TrainedActivity[]): number {
  return activities.reduce((sum, { timerS }) => sum + timerS, 0);
}

/** Power knows best, then pace; null where no session has zones. */
function timeInThreeZones(
  activities: readonly TrainedActivity[],
): readonly [number, number, number] | null {
  const known = activities.flatMap(({ timeInZone: { power, pace, heartRate } }) => {
    const zones = power ?? pace ?? heartRate;
    return zones ? [threeZones(zones.seconds)] : [];
  });
  if (known.length === 0) return null;
  return known.reduce<[number, number, number]>(
    ([easy, moderate, hard], one) => [easy + one[0], moderate + one[1], hard + one[2]],
    [0, 0, 0],
  );
}

function daysSince(activities: readonly TrainedActivity[], day: LocalDate): number | null {
  const last = activities.at(-1);
  return last ? daysBetween(last.day, day) : null;
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

function maximum(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}
