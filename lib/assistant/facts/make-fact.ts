import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type { Fact, FactUnit } from "@/lib/training/insights/finding";

/** A fact of `days` days up to `toDay`; none where there is no value. */
export function makeFact(
  id: string,
  label: string,
  value: number | null | undefined,
  unit: FactUnit,
  toDay: LocalDate,
  days = 1,
): Fact[] {
  if (value === null || value === undefined || !Number.isFinite(value)) return [];
  return [{ id, label, value, unit, fromDay: addDays(toDay, 1 - days), toDay }];
}

/** Null where fewer than `atLeast` values are known: a mean of two nights is none of a week. */
export function meanOf(values: readonly (number | null)[], atLeast: number): number | null {
  const known = values.filter((value) => value !== null);
  if (known.length < Math.max(1, atLeast)) return null;
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}
