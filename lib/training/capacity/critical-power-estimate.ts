/**
 * Critical power and W' from the bests of several workouts, only when they can be believed.
 * CP-2 on the envelope of the workouts, behind gates; else the reason, never a default.
 * Reference: ranges after GoldenCheetah; stability without each workout after quantified-self (science.md 13).
 * Valid: bests of the days before the day itself, one exact sport; three workouts at least.
 */
import {
  CRITICAL_POWER_METHODS,
  type CriticalPower,
  criticalPower,
  criticalPowerCurve,
  type Effort,
} from "./critical-power";
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";

/** Bests of one workout, on CURVE_DURATIONS_S. */
export type WorkoutBests = { readonly workoutId: string; readonly bests: ArrayLike<number> };

export type CriticalPowerEstimate = {
  /** Null when insufficient or unstable, with the reason. */
  readonly fit: CriticalPower | null;
  readonly reason: string | null;
  /** The bests that the fit stands on, and from which workout each comes. */
  readonly efforts: readonly (Effort & { readonly workoutId: string })[];
  /** Root mean square of model minus best, as part of CP; null without a fit. */
  readonly fitError: number | null;
  /** Difference of the two ways to fit, as part of CP; null without a fit. */
  readonly methodSpread: number | null;
  /** Largest change of CP when one workout is left out, as part of CP; null without a fit. */
  readonly leaveOneOutChange: number | null;
};

const FITTED_DURATIONS_S = [180, 240, 300, 420, 600, 720, 900, 1200] as const;
const KNOTS = FITTED_DURATIONS_S.map((duration) => CURVE_DURATIONS_S.indexOf(duration));
const MIN_WORKOUTS = 3;
const LIMITS = {
  wPrimeJ: 1000,
  cpW: [100, 1000],
  cpPerKg: [1, 10],
  fitError: 0.03,
  methodSpread: 0.03,
  leaveOneOutChange: 0.05,
} as const;

const INSUFFICIENT =
  "It takes hard efforts of 3 to 20 minutes in at least three rides of the last six weeks.";

export function criticalPowerEstimate(
  workouts: readonly WorkoutBests[],
  weightKg: number | null,
): CriticalPowerEstimate {
  const efforts = envelope(workouts);
  const fit = efforts.length === KNOTS.length ? criticalPower(efforts) : null;
  if (fit === null || workouts.length < MIN_WORKOUTS) return unknown(efforts, INSUFFICIENT);
  const measures = {
    fitError: fitError(fit, efforts),
    methodSpread: methodSpread(efforts, fit),
    leaveOneOutChange: leaveOneOutChange(workouts, efforts, fit),
  };
  const reason = implausible(fit, weightKg) ?? unstable(measures);
  return { fit: reason === null ? fit : null, reason, efforts, ...measures };
}

function unknown(efforts: CriticalPowerEstimate["efforts"], reason: string): CriticalPowerEstimate {
  return {
    fit: null,
    reason,
    efforts,
    fitError: null,
    methodSpread: null,
    leaveOneOutChange: null,
  };
}

/** The best of all workouts at each fitted duration; durations that none reached are left out. */
function envelope(workouts: readonly WorkoutBests[]): (Effort & { workoutId: string })[] {
  const efforts: (Effort & { workoutId: string })[] = [];
  for (const [i, durationS] of FITTED_DURATIONS_S.entries()) {
    let best: { workoutId: string; powerW: number } | null = null;
    for (const { workoutId, bests } of workouts) {
      const powerW = bests[KNOTS[i] as number] ?? Number.NaN;
      if (powerW > (best?.powerW ?? 0)) best = { workoutId, powerW };
    }
    if (best !== null) efforts.push({ durationS, ...best });
  }
  return efforts;
}

function fitError(fit: CriticalPower, efforts: readonly Effort[]): number {
  const squares = efforts.map(
    ({ durationS, powerW }) => (criticalPowerCurve(fit, durationS) - powerW) ** 2,
  );
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  return Math.sqrt(mean) / fit.criticalPowerW;
}

function methodSpread(efforts: readonly Effort[], fit: CriticalPower): number {
  const values = CRITICAL_POWER_METHODS.map(
    (method) => criticalPower(efforts, method)?.criticalPowerW ?? Number.POSITIVE_INFINITY,
  );
  return (Math.max(...values) - Math.min(...values)) / fit.criticalPowerW;
}

/** Only a workout that gave a best can change anything. */
function leaveOneOutChange(
  workouts: readonly WorkoutBests[],
  efforts: CriticalPowerEstimate["efforts"],
  fit: CriticalPower,
): number {
  let largest = 0;
  for (const left of new Set(efforts.map(({ workoutId }) => workoutId))) {
    const others = envelope(workouts.filter(({ workoutId }) => workoutId !== left));
    const refit = others.length === KNOTS.length ? criticalPower(others) : null;
    const change =
      refit === null
        ? Number.POSITIVE_INFINITY
        : Math.abs(refit.criticalPowerW - fit.criticalPowerW) / fit.criticalPowerW;
    largest = Math.max(largest, change);
  }
  return largest;
}

function implausible(fit: CriticalPower, weightKg: number | null): string | null {
  const { criticalPowerW, wPrimeJ } = fit;
  const isInside = (value: number, [low, high]: readonly [number, number]) =>
    value > low && value < high;
  const perKg = weightKg === null ? null : criticalPowerW / weightKg;
  const isPlausible =
    wPrimeJ > LIMITS.wPrimeJ &&
    isInside(criticalPowerW, LIMITS.cpW) &&
    (perKg === null || isInside(perKg, LIMITS.cpPerKg));
  if (isPlausible) return null;
  return "The best efforts do not look like all-out ones: they give a value that no athlete has.";
}

function unstable(measures: {
  fitError: number;
  methodSpread: number;
  leaveOneOutChange: number;
}): string | null {
  if (measures.fitError > LIMITS.fitError || measures.methodSpread > LIMITS.methodSpread) {
    return "The best efforts do not lie on one curve: some of them were not all-out.";
  }
  if (measures.leaveOneOutChange > LIMITS.leaveOneOutChange) {
    return "The value hangs on a single workout: without it, it would be another.";
  }
  return null;
}
