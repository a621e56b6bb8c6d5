/**
 * What an athlete's night usually has and this one has not (yet).
 * REC-1: a signal is usual when at least 4 of the last 7 nights have it.
 * Reference: a convention of this product.
 * Valid: nights of any order; days without a row count as nights without the signal.
 */
import { addDays, type LocalDate } from "../../dates/local-date";
import { AWAITED_SIGNALS, type AwaitedSignal } from "./morning-types";

const NIGHTS = 7;
const USUAL_NIGHTS = 4;

export type MeasuredNight = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly restingHrBpm: number | null;
  readonly sleepS: number | null;
};

const VALUE: Readonly<Record<AwaitedSignal, (night: MeasuredNight) => number | null>> = {
  hrv: (night) => night.hrvRmssdMs,
  rhr: (night) => night.restingHrBpm,
  sleep: (night) => night.sleepS,
};

export function awaitedSignals(nights: readonly MeasuredNight[], day: LocalDate): AwaitedSignal[] {
  const first = addDays(day, -NIGHTS);
  const before = nights.filter((night) => night.day >= first && night.day < day);
  const last = nights.find((night) => night.day === day);
  return AWAITED_SIGNALS.filter((signal) => {
    if (last && VALUE[signal](last) !== null) return false;
    return before.filter((night) => VALUE[signal](night) !== null).length >= USUAL_NIGHTS;
  });
}
