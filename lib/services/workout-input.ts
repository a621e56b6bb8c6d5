import type { MorningHistory, TrainedActivity } from "@/db/queries/morning-history";
import { settingsOn } from "@/db/queries/settings-on";
import { addDays, dayNumber, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { isHardSession } from "@/lib/training/plan/is-hard-session";
import type { RecentVolume, RecommendationInput } from "@/lib/training/plan/recommendation-input";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";

const COMBINED = "all";
const RECENT_DAYS = 28;
const LONGEST_DAYS = 30;
const HARD_WINDOW_DAYS = 7;
/** A session is long from 1.4 times the median of the sport's recent ones. */
const LONG_OF_MEDIAN = 1.4;

export type WorkoutHistory = Pick<
  MorningHistory,
  "profile" | "thresholds" | "activities" | "loads"
>;

/** What a recommendation is made from, as the morning of `day` knew it. */
export function workoutInput(
  history: WorkoutHistory,
  day: LocalDate,
  morning: { readonly decision: ReadinessDecision; readonly recovery: RecoveryScore },
): RecommendationInput {
  const { profile, thresholds } = history;
  const before = history.activities.filter((activity) => activity.day < day);
  return {
    ...morning,
    mainSport: profile.mainSport,
    volume: recentVolume(history, before, day),
    tsb: history.loads.find((row) => row.sport === COMBINED && row.day === day)?.form ?? null,
    hardSessionsHoursAgo: hardSessionsHoursAgo(before, day),
    daysSinceStrength: daysSince(
      before.filter(({ sport }) => sport === "strength"),
      day,
    ),
    availableS: null,
    settings: settingsOn(thresholds, profile, day, profile.mainSport),
    dayNumber: dayNumber(day),
  };
}

function recentVolume(
  history: WorkoutHistory,
  before: readonly TrainedActivity[],
  day: LocalDate,
): RecentVolume {
  const { mainSport } = history.profile;
  const ofSport = before.filter(({ sport }) => sport === mainSport);
  const within = (days: number) => {
    const first = addDays(day, -days);
    return ofSport.filter((activity) => activity.day >= first);
  };
  const recent = within(RECENT_DAYS).map(({ timerS }) => timerS);
  const typical = median(recent);
  const long =
    typical === null
      ? []
      : within(LONGEST_DAYS).filter(({ timerS }) => timerS >= LONG_OF_MEDIAN * typical);
  const eve = history.loads.find((row) => row.sport === mainSport && row.day === addDays(day, -1));
  return {
    sessions28: recent.length,
    typicalDurationS: typical,
    longestDurationS: maximum(within(LONGEST_DAYS).map(({ timerS }) => timerS)),
    daysSinceLong: daysSince(long, day),
    ramp: eve?.ramp ?? null,
  };
}

/** Counted in whole days from the session's day: an hour of the clock would claim too much. */
function hardSessionsHoursAgo(before: readonly TrainedActivity[], day: LocalDate): number[] {
  const first = addDays(day, -HARD_WINDOW_DAYS);
  return before
    .filter((activity) => activity.day >= first && isHardSession(activity))
    .map((activity) => 24 * daysBetween(activity.day, day));
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
