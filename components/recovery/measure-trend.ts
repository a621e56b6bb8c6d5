import { hrvNormalRange } from "@/lib/training/recovery/hrv-normal-range";
import { type OwnRange, ownRange } from "./own-range";
import { rollingMean } from "./rolling-mean";

export const MEAN_DAYS = 7;
export const MEAN_LEAST = 3;

export type MeasureTrend = {
  /** One value per day shown. */
  readonly mean: readonly (number | null)[];
  readonly ranges: readonly (OwnRange | null)[];
};

/** The 7-day mean and the normal range of every day from `lead` on, each from what lay before it. */
export function linearTrend(values: readonly (number | null)[], lead: number): MeasureTrend {
  const shown = values.slice(lead);
  return {
    mean: rollingMean(values, MEAN_DAYS, MEAN_LEAST).slice(lead),
    ranges: shown.map((_, i) => ownRange(values.slice(0, lead + i))),
  };
}

/** The same for HRV: in logarithms, half a standard deviation wide (HRV-3). */
export function hrvTrend(values: readonly (number | null)[], lead: number): MeasureTrend {
  const each = values.slice(lead).map((_, i) => {
    const index = lead + i;
    const week = values.slice(Math.max(0, index - MEAN_DAYS + 1), index + 1);
    return hrvNormalRange(values.slice(0, index), week);
  });
  return {
    mean: each.map((one) => one.weekMs),
    ranges: each.map(({ lowMs, highMs }) =>
      lowMs === null || highMs === null ? null : { low: lowMs, high: highMs },
    ),
  };
}
