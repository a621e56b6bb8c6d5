/**
 * How one activity went against its plan and against the athlete's own sessions of that sport.
 * TRK-EXE with what it is held against: the plan's time, mean target and expected effort, the usual of 42 days.
 * Reference: none, a rule of this product.
 * Valid: "usual" needs five sessions in the 42 days before (three for the decoupling).
 */
import { addDays, type LocalDate } from "../../dates/local-date";
import type { Sport } from "../activity/sports";
import { ownSportS } from "../plan/activity-of-workout";
import type { SessionIntensity } from "../plan/is-hard-session";
import type { RecommendedWorkout } from "../plan/workout-types";
import { type Held, type SessionExecution, sessionExecution } from "./session-execution";
import { usualOf } from "./usual-of";

/** How far back an athlete's usual goes. */
export const USUAL_DAYS = 42;
const MIN_USUAL = 5;
const MIN_DECOUPLINGS = 3;
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

/** `before` are the athlete's activities of the days before, any sport. */
export function executionOf(
  activity: JudgedActivity,
  plan: RecommendedWorkout | null,
  before: readonly JudgedActivity[],
): SessionExecution {
  const since = addDays(activity.day, -USUAL_DAYS);
  const earlier = before.filter(({ sport, day }) => sport === activity.sport && day >= since);
  return sessionExecution({
    completion: plan && { value: activity.timerS, against: ownSportS(plan) },
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
  });
}

/** The mean over the session against the mean that the plan adds up to. */
function meanTarget(workout: RecommendedWorkout, { avgPowerW, avgSpeedMps }: JudgedActivity): Held {
  for (const [kind, value] of [
    ["power", avgPowerW],
    ["speed", avgSpeedMps],
  ] as const) {
    let [targetedS, sum] = [0, 0];
    for (const { sport, target, durationS: seconds } of workout.steps) {
      if (sport || target.kind !== kind || target.low === null || target.high === null) continue;
      targetedS += seconds;
      sum += (seconds * (target.low + target.high)) / 2;
    }
    if (value !== null && targetedS >= MIN_TARGETED * ownSportS(workout)) {
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
