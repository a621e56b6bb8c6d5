/**
 * One past day: what was decided, what was done, and how it went.
 * TRK-EXE and TRK-1: the session is the accepted workout's activity, else the day's with the most load;
 * it is held against its plan and against the athlete's own sessions of that sport before it.
 * Reference: none, a rule of this product.
 * Valid: "usual" needs five sessions in the 42 days before (three for the decoupling).
 */
import { addDays, type LocalDate } from "../../dates/local-date";
import type { Sport } from "../activity/activity-types";
import { activityOfWorkout } from "../plan/activity-of-workout";
import { isHardSession, type SessionIntensity } from "../plan/is-hard-session";
import type { RecommendedWorkout } from "../plan/workout-types";
import type { Decision } from "../recovery/recovery-types";
import { type DayRecord, type DaySession, dayRecord } from "./day-record";
import { type Held, sessionExecution } from "./session-execution";
import { usualOf } from "./usual-of";

/** How far back an athlete's usual goes. */
export const USUAL_DAYS = 42;
const MIN_USUAL = 5;
const MIN_DECOUPLINGS = 3;
/** On a rest day, anything from this long on is more than rest. */
const REST_S = 20 * 60;
/** Sessions of a like load an hour, 15 % either way, are like efforts. */
const LIKE = { low: 0.85, high: 1.15 } as const;
/** The plan tells a mean only where most of its time has a target of one kind. */
const MIN_TARGETED = 0.8;
/** Middle of what CR10 a session of that intensity asks for. */
const EXPECTED_RPE = { rest: null, easy: 3.5, moderate: 5.5, hard: 7.5 } as const;

export type JudgedActivity = SessionIntensity & {
  readonly id: string;
  readonly day: LocalDate;
  readonly title: string;
  readonly sport: Sport;
  readonly avgPowerW: number | null;
  /** Hills taken out of runs, where it is known. */
  readonly avgSpeedMps: number | null;
  /** Output per heart beat, in the unit of the sport. */
  readonly efficiencyFactor: number | null;
  readonly decouplingPct: number | null;
};

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
  const plan = planned ? workout : null;
  const since = addDays(morning.day, -USUAL_DAYS);
  const earlier = before.filter(({ sport, day }) => sport === activity.sport && day >= since);
  return {
    activityId: activity.id,
    title: activity.title,
    isHarder: isHarder(morning, onDay),
    execution: sessionExecution({
      completion: plan && { value: activity.timerS, against: plan.durationS },
      target: plan && meanTarget(plan, activity),
      rpe: heldAgainst(
        activity.rpe,
        plan ? EXPECTED_RPE[plan.intensity] : usualRpe(activity, earlier),
      ),
      efficiency: heldAgainst(
        activity.efficiencyFactor,
        usualOf(known(earlier, "efficiencyFactor"), MIN_USUAL),
      ),
      decoupling: heldAgainst(
        activity.decouplingPct,
        usualOf(known(earlier, "decouplingPct"), MIN_DECOUPLINGS),
      ),
    }),
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

/** The mean over the session against the mean that the plan adds up to. */
function meanTarget(
  { steps, durationS }: RecommendedWorkout,
  { avgPowerW, avgSpeedMps }: JudgedActivity,
): Held {
  for (const [kind, value] of [
    ["power", avgPowerW],
    ["speed", avgSpeedMps],
  ] as const) {
    let [targetedS, sum] = [0, 0];
    for (const { target, durationS: seconds } of steps) {
      if (target.kind !== kind || target.low === null || target.high === null) continue;
      targetedS += seconds;
      sum += (seconds * (target.low + target.high)) / 2;
    }
    if (value !== null && targetedS >= MIN_TARGETED * durationS) {
      return { value, against: sum / targetedS };
    }
  }
  return null;
}

function usualRpe(activity: JudgedActivity, earlier: readonly JudgedActivity[]): number | null {
  const hourly = loadPerHour(activity);
  if (hourly === null) return null;
  const alike = earlier.filter((one) => {
    const other = loadPerHour(one);
    return other !== null && other >= LIKE.low * hourly && other <= LIKE.high * hourly;
  });
  return usualOf(known(alike, "rpe"), MIN_USUAL);
}

function loadPerHour({ load, timerS }: JudgedActivity): number | null {
  return load === null || timerS <= 0 ? null : (load * 3600) / timerS;
}

function known(
  activities: readonly JudgedActivity[],
  name: "rpe" | "efficiencyFactor" | "decouplingPct",
): number[] {
  return activities.map((activity) => activity[name]).filter((value) => value !== null);
}

function heldAgainst(value: number | null, against: number | null): Held {
  return value === null || against === null ? null : { value, against };
}
