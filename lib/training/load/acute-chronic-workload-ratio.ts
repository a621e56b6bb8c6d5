/**
 * This week's training against the month's: above 1.3 is more than the body is used to.
 * ACWR-1: mean of 7 days / mean of 28 days (coupled), / mean of the 21 before (uncoupled), or of two EWMAs.
 * Reference: Gabbett 2016; Williams 2017 (EWMA); criticism: Lolli 2019, Impellizzeri 2020. Context, never a veto.
 * Valid: 28 known days and a chronic load above 0; null before.
 */
export const ACUTE_DAYS = 7;
export const CHRONIC_DAYS = 28;
const ACUTE_GAIN = 2 / (ACUTE_DAYS + 1);
const CHRONIC_GAIN = 2 / (CHRONIC_DAYS + 1);

export type AcuteChronicWorkloadRatio = {
  readonly coupled: number | null;
  readonly uncoupled: number | null;
  readonly ewma: number | null;
  readonly reason?: string;
};

/** Ratios at the end of the last day of `load`, one zero-filled value a day. */
export function acuteChronicWorkloadRatio(load: ArrayLike<number>): AcuteChronicWorkloadRatio {
  if (load.length < CHRONIC_DAYS) {
    return {
      coupled: null,
      uncoupled: null,
      ewma: null,
      reason: `${load.length} of ${CHRONIC_DAYS} days are known.`,
    };
  }
  const acute = sumOfLast(load, 0, ACUTE_DAYS);
  const before = sumOfLast(load, ACUTE_DAYS, CHRONIC_DAYS);
  const chronic = acute + before;
  const ratios = {
    coupled: chronic > 0 ? acute / ACUTE_DAYS / (chronic / CHRONIC_DAYS) : null,
    uncoupled: before > 0 ? acute / ACUTE_DAYS / (before / (CHRONIC_DAYS - ACUTE_DAYS)) : null,
    ewma: ewmaRatio(load),
  };
  return chronic > 0 ? ratios : { ...ratios, reason: "No training in the last 28 days." };
}

/** The ratio that the morning knows: `load` ends with today, which is left out. */
export function startOfDayWorkloadRatio(load: ArrayLike<number>): AcuteChronicWorkloadRatio {
  const known = new Float64Array(Math.max(0, load.length - 1));
  for (let day = 0; day < known.length; day++) known[day] = load[day] as number;
  return acuteChronicWorkloadRatio(known);
}

/** Sum of the days from `to` back to `from` before the end, counted from the last one. */
function sumOfLast(load: ArrayLike<number>, from: number, to: number): number {
  let sum = 0;
  for (let back = from; back < to; back++) sum += load[load.length - 1 - back] as number;
  return sum;
}

/** Both averages start at the first day's load. */
function ewmaRatio(load: ArrayLike<number>): number | null {
  let acute = load[0] as number;
  let chronic = acute;
  for (let day = 1; day < load.length; day++) {
    const value = load[day] as number;
    acute += (value - acute) * ACUTE_GAIN;
    chronic += (value - chronic) * CHRONIC_GAIN;
  }
  return chronic > 0 ? acute / chronic : null;
}
