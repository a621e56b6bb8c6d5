/**
 * One past day: what was decided, what was done, and how it went.
 * TRK-1: the session is the accepted workout's activity, else the day's with the most load; it is
 * judged by TRK-EXE.
 * Reference: none, a rule of this product.
 * Valid: any past day; what cannot be judged says so.
 */
import type { LocalDate } from "../../dates/local-date";
import { activityOfWorkout } from "../plan/activity-of-workout";
import { isHardSession } from "../plan/is-hard-session";
import type { RecommendedWorkout } from "../plan/workout-types";
import type { Decision } from "../recovery/recovery-types";
import { type DayRecord, type DaySession, dayRecord } from "./day-record";
import { executionOf, type JudgedActivity } from "./execution-of";

/** On a rest day, anything from this long on is more than rest. */
const REST_S = 20 * 60;

export type JudgedMorning = {
  readonly day: LocalDate;
  readonly decision: Decision;
  readonly score: number | null;
  /** What the athlete said yes to; null without. */
  readonly workout: RecommendedWorkout | null;
  /** The workout was kept as it was before it was eased. */
  readonly isKept: boolean;
};

/** `before` are the athlete's activities of the days before, any sport, oldest first. */
export function judgeDay(
  morning: JudgedMorning,
  onDay: readonly JudgedActivity[],
  before: readonly JudgedActivity[],
): DayRecord {
  const { day, decision, score } = morning;
  return dayRecord({ day, decision, score, session: sessionOf(morning, onDay, before) });
}

function sessionOf(
  morning: JudgedMorning,
  onDay: readonly JudgedActivity[],
  before: readonly JudgedActivity[],
): DaySession | null {
  const { workout } = morning;
  const planned = workout && activityOfWorkout(workout, onDay);
  const activity = planned ?? heaviest(onDay);
  if (activity === null) return null;
  return {
    activityId: activity.id,
    title: activity.title,
    isHarder: isHarder(morning, onDay),
    execution: executionOf(activity, planned ? workout : null, before),
  };
}

function isHarder({ decision, isKept }: JudgedMorning, onDay: readonly JudgedActivity[]): boolean {
  if (decision === "go") return false;
  if (isKept || onDay.some(isHardSession)) return true;
  return decision === "rest" && onDay.some(({ timerS }) => timerS >= REST_S);
}

function heaviest(activities: readonly JudgedActivity[]): JudgedActivity | null {
  const weight = ({ load, timerS }: JudgedActivity) => (load ?? 0) * 1e6 + timerS;
  return activities.reduce<JudgedActivity | null>(
    (most, one) => (most === null || weight(one) > weight(most) ? one : most),
    null,
  );
}
