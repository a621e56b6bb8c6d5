/** Numbers that a finding rests on, and how its sentences say them. */
import { addDays, type LocalDate } from "../../dates/local-date";
import { type DaySpan, meanOf } from "./day-span";
import { COLUMN_WORDS, type DailyColumn } from "./detector-input";
import type { Evidence, FactUnit, Finding } from "./finding";

/** Decimals that a number of the unit is kept and said with; the rest are whole. */
const DECIMALS: Partial<Record<FactUnit, number>> = {
  ...{ bpm: 1, kg: 1, h: 1, count: 1, degC: 1, percent: 1, rating: 1, rpe: 1, "ml/kg/min": 1 },
  ...{ "m/s": 2, "W/kg": 2, ratio: 2, share: 2, "load/day": 0 },
};
const MINUTE_S = 60;
const HOUR_S = 3600;
const KM_M = 1000;

type Days = Pick<DaySpan, "fromDay" | "toDay">;

/** A number as it is said: rounded here, so that text and evidence are the same number. */
export function evidence(
  id: string,
  label: string,
  [value, unit]: readonly [number, FactUnit],
  { fromDay, toDay }: Days,
  activityIds?: readonly string[],
): Evidence {
  const scale = 10 ** (DECIMALS[unit] ?? 0);
  const rounded = Math.round(value * scale) / scale || 0;
  return {
    ...{ id, label, value: rounded, unit, fromDay, toDay },
    ...(activityIds && { activityIds }),
  };
}

/**
 * The mean of a span, named by its length: `resting-hr.mean-7`; and by the days after it that it
 * leaves out: `resting-hr.mean-28-before-7`.
 */
export function meanEvidence(column: DailyColumn, span: DaySpan, before = 0): Evidence {
  const { id, label, unit } = COLUMN_WORDS[column];
  const mean = meanOf(span.known) ?? 0;
  const value = unit === "s" ? Math.round(mean / MINUTE_S) * MINUTE_S : mean;
  const days = span.values.length;
  return evidence(
    `${id}.mean-${days}${before > 0 ? `-before-${before}` : ""}`,
    `${label}, mean of ${days} days${before > 0 ? ` before the last ${before}` : ""}`,
    [value, unit],
    span,
  );
}

/** "51.4 bpm", "7 h 12 min", "34 %", "5 km", "−12". */
export function say({ value, unit }: Pick<Evidence, "value" | "unit">): string {
  switch (unit) {
    case "s":
      return sayDuration(value);
    case "m":
      return Math.abs(value) >= KM_M ? `${signed(value / KM_M)} km` : `${signed(value)} m`;
    case "share":
      return `${signed(Math.round(value * 100))} %`;
    case "percent":
      return `${signed(value)} %`;
    case "degC":
      return `${signed(value)} °C`;
    case "ratio":
      return signed(Number(value.toFixed(2)));
    case "load":
    case "load/day":
    case "score":
    case "count":
    case "rpe":
    case "rating":
      return signed(value);
    case "days":
      return `${signed(value)} ${value === 1 ? "day" : "days"}`;
    default:
      return `${signed(value)} ${unit}`;
  }
}

function sayDuration(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const hours = Math.floor(total / HOUR_S);
  const minutes = Math.floor((total % HOUR_S) / MINUTE_S);
  const rest = total % MINUTE_S;
  const parts = [hours && `${hours} h`, minutes && `${minutes} min`, rest && `${rest} s`];
  const text = parts.filter(Boolean).join(" ") || "0 min";
  return seconds < 0 ? `−${text}` : text;
}

function signed(value: number): string {
  return String(value).replace("-", "−");
}

/** One day, or the days up to one. */
export function daysTo(toDay: LocalDate, days = 1): Days {
  return { fromDay: addDays(toDay, 1 - days), toDay };
}

/** Dated by its evidence: from the first day that it looks at to the last. */
export function finding(parts: Omit<Finding, "fromDay" | "toDay">): Finding {
  const from = parts.evidence.map(({ fromDay }) => fromDay).sort();
  const to = parts.evidence.map(({ toDay }) => toDay).sort();
  const [fromDay, toDay] = [from[0], to.at(-1)];
  if (!fromDay || !toDay) throw new RangeError(`${parts.detector} has no evidence.`);
  return { ...parts, fromDay, toDay };
}
