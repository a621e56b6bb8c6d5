/**
 * Fitness builds slowly from training, fatigue quickly; form is what is left of one after the other.
 * PMC-exp: x += (load - x)(1 - e^(-1/tau)), tau 42 and 7 days; form = yesterday's fitness - fatigue.
 * Reference: Banister 1975; Coggan's performance manager; recurrence as in GoldenCheetah.
 * Valid: one load per local day, rest days 0; "building" for the first 42 days unless seeded.
 */
export const FITNESS_DAYS = 42;
export const FATIGUE_DAYS = 7;
export const FITNESS_GAIN = 1 - Math.exp(-1 / FITNESS_DAYS);
export const FATIGUE_GAIN = 1 - Math.exp(-1 / FATIGUE_DAYS);

/** Fitness and fatigue at the end of the day before the first load. */
export type FitnessSeed = { readonly ctl: number; readonly atl: number };

/** One value per load: fitness and fatigue at the end of the day, form on its morning. */
export type FitnessFatigueForm = {
  readonly ctl: Float64Array;
  readonly atl: Float64Array;
  readonly tsb: Float64Array;
};

export function fitnessFatigueForm(
  load: ArrayLike<number>,
  seed: FitnessSeed = { ctl: 0, atl: 0 },
): FitnessFatigueForm {
  const ctl = new Float64Array(load.length);
  const atl = new Float64Array(load.length);
  const tsb = new Float64Array(load.length);
  let fitness = seed.ctl;
  let fatigue = seed.atl;
  for (let day = 0; day < load.length; day++) {
    tsb[day] = fitness - fatigue;
    const value = load[day] as number;
    fitness += (value - fitness) * FITNESS_GAIN;
    fatigue += (value - fatigue) * FATIGUE_GAIN;
    ctl[day] = fitness;
    atl[day] = fatigue;
  }
  return { ctl, atl, tsb };
}
