import { isTimeZone, utcOffsetSeconds } from "@/lib/dates/zoned-time";
import { shownText } from "@/lib/integrations/shown-text";
import { healthSpan } from "./health-time";
import { DAY_TYPES, SLEEP_TYPE } from "./health-types";
import type { SeriesKey } from "./record-spill";
import type { HealthAttributes } from "./walk-health";

export type DayRecord = {
  readonly key: SeriesKey;
  readonly startS: number;
  readonly endS: number;
  readonly value: number;
};

const TYPES: ReadonlySet<string> = new Set([SLEEP_TYPE, ...Object.values(DAY_TYPES)]);
/** What is slept from six in the evening on belongs to the night of the day after. */
const EVENING_S = 6 * 3600;

/** A record of a night or a day; null for every other, and for one that cannot be right. */
export function dayRecord(attributes: HealthAttributes): DayRecord | null {
  const { type = "", sourceName, unit, value: said = "" } = attributes;
  if (!TYPES.has(type)) return null;
  const span = healthSpan(attributes);
  const isSleep = type === SLEEP_TYPE;
  const value = isSleep ? 0 : Number(said === "" ? Number.NaN : said);
  if (span === null || !Number.isFinite(value)) return null;
  const { startS, endS, utcOffsetS } = span;
  const category = isSleep ? shownText(said) : null;
  const key = { type, source: shownText(sourceName), unit: unit ?? null, category, utcOffsetS };
  return { key, startS, endS, value };
}

/** The record by the clock of where it was made: the export's times are those of the phone now. */
export function inTimeZone(record: DayRecord, timeZone: string): DayRecord {
  if (record.key.type !== SLEEP_TYPE || !isTimeZone(timeZone)) return record;
  const utcOffsetS = utcOffsetSeconds(new Date(record.endS * 1000), timeZone);
  return { ...record, key: { ...record.key, utcOffsetS } };
}

/** Months since the year 0 on the record's own clock. */
export function monthOf({ key, startS, endS }: DayRecord): number {
  const atS = key.type === SLEEP_TYPE ? endS + EVENING_S : startS;
  const local = new Date((atS + key.utcOffsetS) * 1000);
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}
