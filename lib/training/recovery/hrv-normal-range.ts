/**
 * Where the athlete's HRV usually lies, and whether this week and this night lie there too.
 * HRV-3: 60-day mean +/- k SD of ln RMSSD without today; week: k = 0.5 (trend), single night: k = 1 (acute).
 * Reference: Plews 2014; Vesterinen 2016 and Javaloyes 2019 for 0.5 SD.
 * Valid: nightly RMSSD of one source; 14 nights provisional, 28 established, 60 full; week needs 3 nights.
 */
const RANGE_NIGHTS = 60;
const MIN_NIGHTS = 14;
const ESTABLISHED_NIGHTS = 28;
const WEEK_NIGHTS = 7;
const MIN_WEEK_NIGHTS = 3;
export const TREND_WIDTH_SD = 0.5;
const ACUTE_WIDTH_SD = 1;

export type RangePosition = "below" | "within" | "above";

export type HrvNormalRange = {
  readonly lnMean: number | null;
  readonly lnSd: number | null;
  readonly lowMs: number | null;
  readonly highMs: number | null;
  readonly acuteLowMs: number | null;
  readonly acuteHighMs: number | null;
  /** Geometric mean of the last seven nights. */
  readonly weekMs: number | null;
  readonly trend: RangePosition | null;
  readonly tonight: RangePosition | null;
  readonly maturity: "provisional" | "established" | "full" | null;
  /** Nights that the range stands on. */
  readonly nights: number;
  readonly reason?: string;
};

/**
 * @param baselineMs nights before today, oldest first, null where missing; the last 60 count.
 * @param weekMs the last seven nights with today, oldest first; `lastNightMs` is today's.
 */
export function hrvNormalRange(
  baselineMs: readonly (number | null)[],
  weekMs: readonly (number | null)[],
  lastNightMs: number | null = null,
  widthSd: number = TREND_WIDTH_SD,
): HrvNormalRange {
  const range = logs(baselineMs.slice(-RANGE_NIGHTS));
  const week = logs(weekMs.slice(-WEEK_NIGHTS));
  const weekLn = week.length >= MIN_WEEK_NIGHTS ? mean(week) : null;
  const weekValue = weekLn === null ? null : Math.exp(weekLn);
  if (range.length < MIN_NIGHTS) return learning(range.length, weekValue);
  const lnMean = mean(range);
  const lnSd = sampleDeviation(range, lnMean);
  const band = (width: number) =>
    [Math.exp(lnMean - width * lnSd), Math.exp(lnMean + width * lnSd)] as const;
  const [lowMs, highMs] = band(widthSd);
  const [acuteLowMs, acuteHighMs] = band(ACUTE_WIDTH_SD);
  return {
    lnMean,
    lnSd,
    lowMs,
    highMs,
    acuteLowMs,
    acuteHighMs,
    weekMs: weekValue,
    trend: position(weekValue, lowMs, highMs),
    tonight: position(lastNightMs, acuteLowMs, acuteHighMs),
    maturity: maturityOf(range.length),
    nights: range.length,
    ...(weekValue === null && { reason: `The trend needs ${MIN_WEEK_NIGHTS} nights a week.` }),
  };
}

function learning(nights: number, weekMs: number | null): HrvNormalRange {
  return {
    lnMean: null,
    lnSd: null,
    lowMs: null,
    highMs: null,
    acuteLowMs: null,
    acuteHighMs: null,
    weekMs,
    trend: null,
    tonight: null,
    maturity: null,
    nights,
    reason: `Learning your normal range: ${nights} of ${MIN_NIGHTS} nights.`,
  };
}

function maturityOf(nights: number): "provisional" | "established" | "full" {
  if (nights >= RANGE_NIGHTS) return "full";
  return nights >= ESTABLISHED_NIGHTS ? "established" : "provisional";
}

function position(value: number | null, low: number, high: number): RangePosition | null {
  if (value === null) return null;
  if (value < low) return "below";
  return value > high ? "above" : "within";
}

function logs(values: readonly (number | null)[]): number[] {
  return values.flatMap((value) => (value !== null && value > 0 ? [Math.log(value)] : []));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function sampleDeviation(values: readonly number[], centre: number): number {
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
