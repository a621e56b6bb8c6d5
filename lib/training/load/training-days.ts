/**
 * Every day's load with what follows from it: fitness, fatigue, form, ramp, monotony, strain, ACWR.
 * PMC-exp, FOSTER-1, ACWR-1 over one zero-filled series; ACWR as the morning knows it (today left out).
 * Reference: science.md 5, 7, 8.
 * Valid: the series starts with the first day of training; early values are null where a window is not full.
 */
import { startOfDayWorkloadRatio } from "./acute-chronic-workload-ratio";
import { fitnessFatigueForm } from "./fitness-fatigue-form";
import { monotonyStrain } from "./monotony-strain";
import { ramp } from "./ramp";

const WEEK_DAYS = 7;
const CHRONIC_WITH_TODAY = 29;

export type TrainingDay = {
  readonly load: number;
  readonly fitness: number;
  readonly fatigue: number;
  readonly form: number;
  readonly ramp: number | null;
  readonly monotony: number | null;
  readonly strain: number | null;
  readonly acwr: number | null;
};

/** Fitness and fatigue of the first days of a series, as they were worked out before. */
export type KnownCurves = { readonly fitness: Float64Array; readonly fatigue: Float64Array };

const NOTHING_KNOWN: KnownCurves = { fitness: new Float64Array(), fatigue: new Float64Array() };

/**
 * One entry per day of `load` from index `from` on. The curves run from the first day; where its
 * first days are `known`, they go on from the last of these: the same numbers, bit for bit.
 */
export function trainingDays(
  load: Float64Array,
  from = 0,
  known: KnownCurves = NOTHING_KNOWN,
): TrainingDay[] {
  const { ctl, atl, tsb } = curvesOf(load, known);
  const days: TrainingDay[] = [];
  for (let i = Math.max(0, from); i < load.length; i++) {
    const { monotony, strain } = monotonyStrain(
      load.subarray(Math.max(0, i - WEEK_DAYS + 1), i + 1),
    );
    days.push({
      load: load[i] ?? 0,
      fitness: ctl[i] ?? 0,
      fatigue: atl[i] ?? 0,
      form: tsb[i] ?? 0,
      ramp: ramp(ctl, i),
      monotony,
      strain,
      acwr: startOfDayWorkloadRatio(load.subarray(Math.max(0, i - CHRONIC_WITH_TODAY + 1), i + 1))
        .coupled,
    });
  }
  return days;
}

function curvesOf(load: Float64Array, { fitness, fatigue }: KnownCurves) {
  const [ctl, atl] = [fitness.at(-1), fatigue.at(-1)];
  if (ctl === undefined || atl === undefined) return fitnessFatigueForm(load);
  const rest = fitnessFatigueForm(load.subarray(fitness.length), { ctl, atl });
  return {
    ctl: joined(fitness, rest.ctl),
    atl: joined(fatigue, rest.atl),
    // Of known days it is not asked for.
    tsb: joined(new Float64Array(fitness.length), rest.tsb),
  };
}

function joined(before: Float64Array, after: Float64Array): Float64Array {
  const whole = new Float64Array(before.length + after.length);
  whole.set(before);
  whole.set(after, before.length);
  return whole;
}
