/**
 * Critical power and W' from the bests of several workouts, only when they can be believed.
 * CP-2 on the envelope of the workouts, behind gates; else the reason, never a default.
 * Reference: ranges after GoldenCheetah; stability without each workout after quantified-self (science.md 13).
 * Valid: bests of the days before the day itself, one exact sport; three workouts at least; not under 95 % of FTP.
 */
import {
  CRITICAL_POWER_METHODS,
  type CriticalPower,
  criticalPower,
  criticalPowerCurve,
  type Effort,
} from "./critical-power";
import { curveEnvelope, type StoredBests } from "./curve-envelope";
import { CURVE_DURATIONS_S } from "./mean-maximal-curve";

/** Bests of one workout. */
export type WorkoutBests = StoredBests;

type FittedEffort = Effort & { readonly activityId: string };

export type CriticalPowerEstimate = {
  /** Null when insufficient or unstable, with the reason. */
  readonly fit: CriticalPower | null;
  readonly reason: string | null;
  /** The bests that the fit stands on, and from which workout each comes. */
  readonly efforts: readonly FittedEffort[];
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
/** Critical power lies above FTP in anybody who rode all out. */
const MIN_OF_FTP = 0.95;
const LIMITS = {
  wPrimeJ: 1000,
  cpW: [100, 1000],
  cpPerKg: [1, 10],
  fitError: 0.03,
  methodSpread: 0.03,
  leaveOneOutChange: 0.05,
} as const;

const INSUFFICIENT =
  "It takes hard efforts of 3 to 20 minutes in at least three rides within 90 days.";

/** @param athlete weight and FTP that hold on the day; a gate whose value is not known stands open. */
export function criticalPowerEstimate(
  workouts: readonly WorkoutBests[],
  athlete: { readonly weightKg: number | null; readonly ftpW: number | null },
): CriticalPowerEstimate {
  const efforts = envelope(workouts);
  const fit = efforts.length === KNOTS.length ? criticalPower(efforts) : null;
  if (fit === null || workouts.length < MIN_WORKOUTS) return unknown(efforts, INSUFFICIENT);
  const measures = {
    fitError: fitError(fit, efforts),
    methodSpread: methodSpread(efforts, fit),
    leaveOneOutChange: leaveOneOutChange(workouts, efforts, fit),
  };
  const reason =
    implausible(fit, athlete.weightKg) ?? belowThreshold(fit, athlete.ftpW) ?? unstable(measures);
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
function envelope(workouts: readonly WorkoutBests[]): FittedEffort[] {
  const { bests, activityIds } = curveEnvelope(workouts);
  return FITTED_DURATIONS_S.flatMap((durationS, i) => {
    const knot = KNOTS[i] as number;
    const [powerW, activityId] = [bests[knot] ?? 0, activityIds[knot] ?? null];
    return powerW > 0 && activityId !== null ? [{ durationS, powerW, activityId }] : [];
  });
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
  for (const left of new Set(efforts.map(({ activityId }) => activityId))) {
    const others = envelope(workouts.filter(({ activityId }) => activityId !== left));
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

function belowThreshold({ criticalPowerW }: CriticalPower, ftpW: number | null): string | null {
  if (ftpW === null || criticalPowerW >= MIN_OF_FTP * ftpW) return null;
  return `All-out efforts of 3 to 20 minutes are missing: what there is would give ${Math.round(criticalPowerW)} W, less than your FTP of ${Math.round(ftpW)} W allows.`;
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
