/** A stretch of one daily column, with what is known of it. */
import { addDays, type LocalDate } from "../../dates/local-date";
import {
  COLUMN_WORDS,
  type DailyColumn,
  type DetectorInput,
  TRAINING_COLUMNS,
} from "./detector-input";
import type { EvidenceSeries } from "./finding";

export type DaySpan = {
  /** One value per day, oldest first. */
  readonly values: readonly (number | null)[];
  readonly known: readonly number[];
  readonly fromDay: LocalDate;
  readonly toDay: LocalDate;
};

const SERIES_DAYS = 60;

/**
 * `days` days of a column, of which the last is `skip` days before the newest. Training counts
 * up to the last whole day: yesterday, as long as today's is not known.
 */
export function daySpan(
  input: DetectorInput,
  column: DailyColumn,
  days: number,
  skip = 0,
): DaySpan {
  const values = input.daily[column];
  const isTraining = TRAINING_COLUMNS.some((name) => name === column);
  const open = isTraining && (values.at(-1) ?? null) === null ? 1 : 0;
  const end = values.length - open - skip;
  const first = Math.max(0, end - days);
  const part = values.slice(first, Math.max(first, end));
  const toDay = addDays(input.day, -(open + skip));
  return {
    values: part,
    known: part.filter((value): value is number => value !== null && Number.isFinite(value)),
    fromDay: addDays(toDay, 1 - Math.max(1, part.length)),
    toDay,
  };
}

/** Null without a value. */
export function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Population standard deviation around the mean; 0 without a value. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values) ?? 0;
  return Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)) ?? 0);
}

/** The line of a column over the last two months. */
export function seriesOf(
  input: DetectorInput,
  column: DailyColumn,
  range?: EvidenceSeries["range"],
  days = SERIES_DAYS,
): EvidenceSeries {
  const { label, unit } = COLUMN_WORDS[column];
  const { values, fromDay } = daySpan(input, column, days);
  const points = values.map((value, i) => ({ day: addDays(fromDay, i), value }));
  return { label, unit, points, ...(range && { range }) };
}
