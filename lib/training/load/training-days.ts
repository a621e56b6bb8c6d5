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

/** One entry per day of `load` from index `from` on; the curves always run from the first day. */
export function trainingDays(load: Float64Array, from = 0): TrainingDay[] {
  const { ctl, atl, tsb } = fitnessFatigueForm(load);
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
