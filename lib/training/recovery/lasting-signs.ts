/**
 * What has been off for a week, though each morning looks like those before it.
 * RDY-LAST@1: of 7 nights, HRV under its normal range, resting HR 3 bpm over the 28 nights before; of 7 days, feeling 0.8 under the 28 before.
 * Reference: Vesterinen 2016, Javaloyes 2019 (the week's HRV, HRV-3); Meeusen et al. 2013: signs that agree, no single one. The limits of pulse and feeling are a convention.
 * Valid: HRV-3 for HRV; pulse 4 of 7 nights, the last two up as well, and 14 of 28; feeling 4 of 7 days and 10 of 28, without today's.
 */
import { hrvNormalRange } from "./hrv-normal-range";

const WEEK = 7;
const MONTH = 28;
const PULSE = { up: 3, known: 4, knownBefore: 14, last: 2 } as const;
const FEELING = { down: 0.8, known: 4, knownBefore: 10 } as const;

/** The mean of a week and the limit beyond which it is a sign. */
export type WeekAgainstLimit = { readonly week: number; readonly limit: number };

/** Each null where too little is known to say. */
export type LastingSigns = {
  /** ms; a sign under the limit, the lower edge of the normal range. */
  readonly hrv: WeekAgainstLimit | null;
  /** bpm; a sign from the limit on. */
  readonly restingHr: WeekAgainstLimit | null;
  /** 1-5; a sign down from the limit. */
  readonly feel: WeekAgainstLimit | null;
};

/** @param hrvMs one value per night, oldest first, the last night's at the end; 61 are looked at. */
export function lastingHrv(hrvMs: readonly (number | null)[]): WeekAgainstLimit | null {
  const { weekMs, lowMs } = hrvNormalRange(hrvMs.slice(0, -1), hrvMs.slice(-WEEK));
  return weekMs === null || lowMs === null ? null : { week: weekMs, limit: lowMs };
}

/** @param bpm as for HRV; 35 nights are looked at. */
export function lastingRestingHr(bpm: readonly (number | null)[]): WeekAgainstLimit | null {
  const found = weekAndMonth(bpm, PULSE);
  if (found === null) return null;
  const { week, usual, known } = found;
  const isOver = known.slice(-PULSE.last).some((value) => value - usual < PULSE.up / 2);
  // It was up and is not any more: the week's mean says so some days too late.
  return { week: isOver ? Math.min(week, usual) : week, limit: usual + PULSE.up };
}

/** @param feel one value per day, oldest first, yesterday's at the end; 35 days are looked at. */
export function lastingFeel(feel: readonly (number | null)[]): WeekAgainstLimit | null {
  const found = weekAndMonth(feel, FEELING);
  return found && { week: found.week, limit: found.usual - FEELING.down };
}

function weekAndMonth(
  values: readonly (number | null)[],
  least: { readonly known: number; readonly knownBefore: number },
): { week: number; usual: number; known: readonly number[] } | null {
  const known = knownOf(values.slice(-WEEK));
  const before = knownOf(values.slice(-WEEK - MONTH, -WEEK));
  if (known.length < least.known || before.length < least.knownBefore) return null;
  return { week: mean(known), usual: mean(before), known };
}

function knownOf(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
