import type { MorningNight } from "@/db/queries/wellness-window";
import type { wellnessDays } from "@/db/schema/days";
import { addDays, type LocalDate } from "@/lib/dates/local-date";
import type {
  CombinedWellness,
  WellnessField,
  WellnessRecord,
} from "@/lib/training/recovery/combine-wellness";

type Row = typeof wellnessDays.$inferSelect;

/** The columns that a record can fill, and from which of its fields. */
const COLUMNS = {
  hrvRmssdMs: "hrvRmssdMs",
  hrvSdnnMs: "hrvSdnnMs",
  restingHrBpm: "restingHrBpm",
  sleepS: "sleepS",
  sleepScore: "sleepScore",
  deepSleepS: "deepSleepS",
  lightSleepS: "lightSleepS",
  remSleepS: "remSleepS",
  awakeS: "awakeS",
  sleepStartAt: "sleepStartEpochS",
  sleepEndAt: "sleepEndEpochS",
  stressAvg: "stressAvg",
  bodyBatteryHigh: "bodyBatteryHigh",
  bodyBatteryLow: "bodyBatteryLow",
  respirationBrpm: "respirationBrpm",
  spo2Pct: "spo2Pct",
  weightKg: "weightKg",
  steps: "steps",
  deviceReadiness: "deviceReadiness",
} as const satisfies Partial<Record<keyof Row, WellnessField>>;

type Column = keyof typeof COLUMNS;
const COLUMN_NAMES = Object.keys(COLUMNS) as Column[];
const INTEGERS: ReadonlySet<Column> = new Set([
  "sleepS",
  "deepSleepS",
  "lightSleepS",
  "remSleepS",
  "awakeS",
  "steps",
]);

/** A day of `wellness_days` as far as it follows from records. */
export type WellnessColumns = Pick<Row, "day" | "hrvSource" | "sources" | "reasons" | Column>;

/** The columns that a day gets from what its sources say together. */
export function columnsOf(day: LocalDate, combined: CombinedWellness): WellnessColumns {
  const values: Partial<Record<Column, number | Date | null>> = {};
  const sources: Record<string, string> = {};
  const reasons: Record<string, string> = {};
  for (const column of COLUMN_NAMES) {
    const field = COLUMNS[column];
    values[column] = storedValue(column, combined.fields[field]);
    const source = combined.sources[field];
    const reason = combined.reasons[field];
    if (source !== undefined) sources[column] = source;
    if (reason !== undefined) reasons[column] = reason;
  }
  const hrvSource = combined.sources.hrvRmssdMs ?? null;
  return { day, hrvSource, sources, reasons, ...values } as WellnessColumns;
}

/**
 * What a stored day has of sources that kept no record of it: it was restored from an archive
 * that is older than the records.
 */
export function unrecorded(
  stored: WellnessColumns | null,
  records: readonly WellnessRecord[],
): WellnessRecord[] {
  if (stored === null) return [];
  const bySource = new Map<string, Partial<Record<WellnessField, number>>>();
  for (const column of COLUMN_NAMES) {
    const [source, value] = [stored.sources[column], stored[column]];
    if (source === undefined || value === null) continue;
    if (records.some((record) => record.source === source)) continue;
    const number = value instanceof Date ? value.getTime() / 1000 : value;
    bySource.set(source, { ...bySource.get(source), [COLUMNS[column]]: number });
  }
  return [...bySource].map(([source, fields]) => ({ source, fields }));
}

/** True when a value differs, wherever it comes from. */
export function hasOtherValues(before: WellnessColumns | null, after: WellnessColumns): boolean {
  return COLUMN_NAMES.some((column) => {
    const [old, now] = [before?.[column] ?? null, after[column]];
    return (
      (old instanceof Date ? old.getTime() : old) !== (now instanceof Date ? now.getTime() : now)
    );
  });
}

/** Which of a day's values its own morning is answered from, and which only the next day's. */
const ANSWERS = {
  hrvRmssdMs: "own",
  hrvSdnnMs: "own",
  restingHrBpm: "own",
  sleepS: "own",
  sleepScore: "own",
  // Of the day before, where that is known: a day's own still grows.
  stressAvg: "next",
} as const satisfies Record<Exclude<keyof MorningNight, "day" | "hrvSource" | "sources">, string>;

/**
 * The first morning that a change of a day may answer otherwise, as a list of at most one.
 * `eve` is the day before as it was stored, null when that is not known.
 */
export function oldMornings(
  before: WellnessColumns | null,
  after: WellnessColumns,
  eve: WellnessColumns | null,
): LocalDate[] {
  if (before === null) return [after.day];
  const changed = Object.keys(ANSWERS).filter(
    (key) => before[key as Column] !== after[key as Column],
  );
  if (changed.length === 0) return [];
  const isOwn = changed.some((key) => ANSWERS[key as keyof typeof ANSWERS] === "own");
  return [isOwn || eve?.stressAvg == null ? after.day : addDays(after.day, 1)];
}

function storedValue(column: Column, value: number | undefined): number | Date | null {
  if (value === undefined) return null;
  if (column === "sleepStartAt" || column === "sleepEndAt") return new Date(value * 1000);
  return INTEGERS.has(column) ? Math.round(value) : value;
}
