/**
 * The athlete's days as columns: one value per day, gaps where nothing is known.
 * HRV-5: of HRV and resting heart rate only nights of the source that measured last: another one is another baseline.
 * Reference: science.md 9; feeling as RDY-S11 sees it.
 * Valid: rows of any order; days before the first load are unknown, not zero.
 */
import { eachDay, type LocalDate } from "../../dates/local-date";
import { nightsOfLastSource } from "../recovery/of-last-source";
import { type CheckInAnswers, feelOf } from "../recovery/readiness-signals";
import type { DailyColumn } from "./detector-input";

type Night = {
  readonly day: LocalDate;
  readonly hrvRmssdMs: number | null;
  readonly hrvSource: string | null;
  readonly restingHrBpm: number | null;
  readonly sleepS: number | null;
  readonly respirationBrpm: number | null;
  readonly weightKg: number | null;
  readonly sources: Readonly<Record<string, string>>;
};
type Load = {
  readonly day: LocalDate;
  readonly load: number;
  readonly fitness: number;
  readonly form: number;
};
type CheckIn = CheckInAnswers & { readonly day: LocalDate };

export type DailyRows = {
  readonly nights: readonly Night[];
  readonly checkIns: readonly CheckIn[];
  /** Of all sports together. */
  readonly loads: readonly Load[];
};

/** @param days `trainedTo` is the last whole day; the load of a later one is not known yet. */
export function dailyColumns(
  days: { readonly from: LocalDate; readonly to: LocalDate; readonly trainedTo: LocalDate },
  { nights, checkIns, loads }: DailyRows,
): Record<DailyColumn, (number | null)[]> {
  const all = eachDay(days.from, days.to);
  const column = <Row extends { readonly day: LocalDate }>(
    rows: readonly Row[],
    value: (row: Row) => number | null,
  ) => {
    const byDay = new Map(rows.map((row) => [row.day, value(row)]));
    return all.map((day) => byDay.get(day) ?? null);
  };
  const whole = loads.filter(({ day }) => day <= days.trainedTo);
  const { hrv, restingHr } = nightsOfLastSource(nights);
  return {
    hrvMs: column(hrv, (night) => night.hrvRmssdMs),
    restingHrBpm: column(restingHr, (night) => night.restingHrBpm),
    sleepS: column(nights, (night) => night.sleepS),
    respirationBrpm: column(nights, (night) => night.respirationBrpm),
    weightKg: column(nights, (night) => night.weightKg),
    feel: column(checkIns, feelOf),
    symptoms: column(checkIns, ({ hasSymptoms }) => (hasSymptoms ? 1 : 0)),
    load: column(whole, ({ load }) => load),
    fitness: column(whole, ({ fitness }) => fitness),
    form: column(whole, ({ form }) => form),
  };
}
