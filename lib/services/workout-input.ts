import type { MorningHistory, TrainedActivity } from "@/db/queries/morning-history";
import { settingsOn } from "@/db/queries/settings-on";
import { addDays, dayNumber, daysBetween, type LocalDate } from "@/lib/dates/local-date";
import { instantAt } from "@/lib/dates/zoned-time";
import { isHardSession } from "@/lib/training/plan/is-hard-session";
import { type RaceGoal, raceGoal } from "@/lib/training/plan/race-goal";
import type {
  LoadState,
  RecommendationInput,
  TrainedSport,
} from "@/lib/training/plan/recommendation-input";
import { seasonPhase } from "@/lib/training/plan/season-phase";
import { ENDURANCE_SPORTS } from "@/lib/training/plan/template-types";
import type { ReadinessDecision, RecoveryScore } from "@/lib/training/recovery/recovery-types";
import { dayEvents } from "./day-events";
import { availableOn, daylightOn, heatOn } from "./day-frame";
import { KNOWN_LOAD_DAYS, WORKOUT_DAYS } from "./look-back";
import { racesOf } from "./races-of";
import { recentVolume } from "./recent-volume";
import { usualStartMinute } from "./usual-start";

const COMBINED = "all";
const HARD_WINDOW_DAYS = 7;
const USUAL_DAYS = 28;
const NOON_MINUTE = 720;
const HOUR_MS = 3_600_000;
/** Beside the main sport, one counts as trained from here on: once a week. */
const REGULAR_SESSIONS = 4;
const LONG_BREAK_DAYS = 7;
const RETURN_DAYS = 7;

export type WorkoutHistory = Pick<
  MorningHistory,
  "profile" | "thresholds" | "activities" | "loads" | "events" | "busyTimes"
>;

/** What a recommendation is made from, as the morning of `day` knew it. */
export function workoutInput(
  history: WorkoutHistory,
  day: LocalDate,
  morning: { readonly decision: ReadinessDecision; readonly recovery: RecoveryScore },
): RecommendationInput {
  const first = addDays(day, -WORKOUT_DAYS);
  const before = history.activities.filter((one) => one.day >= first && one.day < day);
  const recent = before.filter((one) => one.day >= addDays(day, -USUAL_DAYS));
  const startMinute = usualStartMinute(recent, 1);
  const races = racesOf(history);
  const goal = raceGoal(day, races);
  return {
    ...morning,
    sports: trainedSports(history, before, day, goal),
    tsb: loadOn(history, day)?.form ?? null,
    load: loadState(history, day),
    hardSessionsHoursAgo: hardSessionsHoursAgo(history, before, day, startMinute),
    usualStartMinute: startMinute,
    daysSinceStrength: daysSinceStrength(before, day),
    daysOff: daysOff(before, day),
    season: seasonPhase(day, races),
    goal,
    events: dayEvents(history.events, day),
    availableS: availableOn(history, day),
    daylight: daylightOn(before, day),
    heat: heatOn(before, day),
    daysSinceBrick: daysSinceBrick(before, day),
    dayNumber: dayNumber(day),
  };
}

/** The main sport first; it and that of the race ahead stand there even before their first session. */
function trainedSports(
  history: WorkoutHistory,
  before: readonly TrainedActivity[],
  day: LocalDate,
  goal: RaceGoal | null,
): RecommendationInput["sports"] {
  const { profile, thresholds } = history;
  const trained = (sport: TrainedSport["sport"]): TrainedSport => ({
    sport,
    volume: recentVolume(history, before, sport, day),
    settings: settingsOn(thresholds, profile, day, sport),
  });
  const others = ENDURANCE_SPORTS.filter((sport) => sport !== profile.mainSport)
    .map(trained)
    .filter(({ sport, volume }) => sport === goal?.sport || volume.sessions28 >= REGULAR_SESSIONS);
  return [trained(profile.mainSport), ...others];
}

function loadOn({ loads }: WorkoutHistory, day: LocalDate) {
  return loads.find((row) => row.sport === COMBINED && row.day === day);
}

function loadState(history: WorkoutHistory, day: LocalDate): LoadState | null {
  const eve = loadOn(history, addDays(day, -1));
  const weekAgo = loadOn(history, addDays(day, -7));
  if (!eve || !weekAgo || !loadOn(history, addDays(day, -KNOWN_LOAD_DAYS))) return null;
  return { ctl: eve.fitness, atl: eve.fatigue, ctlWeekAgo: weekAgo.fitness };
}

/** To when today's session would begin: from the hour of the clock at which each of them began. */
function hardSessionsHoursAgo(
  { profile: { timeZone } }: WorkoutHistory,
  before: readonly TrainedActivity[],
  day: LocalDate,
  startMinute: number | null,
): number[] {
  const first = addDays(day, -HARD_WINDOW_DAYS);
  const minute = startMinute ?? NOON_MINUTE;
  const begins = instantAt(day, Math.floor(minute / 60), minute % 60, timeZone).getTime();
  return before
    .filter((activity) => activity.day >= first && isHardSession(activity))
    .map(({ startedAt }) => (begins - startedAt.getTime()) / HOUR_MS);
}

function daysSinceStrength(before: readonly TrainedActivity[], day: LocalDate): number | null {
  const last = before.filter(({ sport }) => sport === "strength").at(-1);
  return last ? daysBetween(last.day, day) : null;
}

/** A run that followed a ride on its day, by the order of their starts. */
function daysSinceBrick(before: readonly TrainedActivity[], day: LocalDate): number | null {
  const run = before.findLast(({ sport, day: at }, i) => {
    const previous = before[i - 1];
    return sport === "running" && previous?.sport === "cycling" && previous.day === at;
  });
  return run ? daysBetween(run.day, day) : null;
}

/** The longest break that ended in the last week or goes on; one of less than seven days is none. */
function daysOff(before: readonly TrainedActivity[], day: LocalDate): number {
  let longest = 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const from = before[i]?.day ?? day;
    const to = before[i + 1]?.day ?? day;
    longest = Math.max(longest, daysBetween(from, to) - 1);
    if (daysBetween(from, day) > RETURN_DAYS) break;
  }
  return longest >= LONG_BREAK_DAYS ? longest : 0;
}
