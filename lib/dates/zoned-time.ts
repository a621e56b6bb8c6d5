import type { LocalDate } from "./local-date";

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let format = formatters.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formatters.set(timeZone, format);
  }
  return format;
}

export type WallClock = {
  readonly day: LocalDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** True for an IANA time zone that this runtime knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatter(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** What clock and calendar show in `timeZone` at an instant. Throws RangeError for an unknown zone. */
export function wallClockAt(instant: Date, timeZone: string): WallClock {
  const ms = instant.getTime();
  if (!(ms >= ON_QUARTERS_SINCE)) return formatted(instant, timeZone);
  const shown = new Date(ms + offsetMs(ms - (ms % QUARTER_MS), timeZone));
  return {
    day: shown.toISOString().slice(0, 10) as LocalDate,
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

const QUARTER_MS = 15 * 60_000;
/** Since then clocks are set, anywhere, only on a quarter of an hour. */
const ON_QUARTERS_SINCE = Date.UTC(1973, 0, 1);
/** A year of quarters. */
const MOST_OFFSETS = 35_040;
const offsets = new Map<string, number>();

/** How far a zone is ahead of UTC at a quarter of an hour; asking the formatter takes microseconds. */
function offsetMs(quarter: number, timeZone: string): number {
  const key = `${timeZone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const { day, hour, minute, second } = formatted(new Date(quarter), timeZone);
  const offset = Date.parse(`${day}T${pad(hour)}:${pad(minute)}:${pad(second)}Z`) - quarter;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

function formatted(instant: Date, timeZone: string): WallClock {
  const parts: Record<string, string> = {};
  for (const part of formatter(timeZone).formatToParts(instant)) parts[part.type] = part.value;
  return {
    day: `${parts.year}-${parts.month}-${parts.day}` as LocalDate,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
  };
}

/** The calendar day in `timeZone` at an instant. */
export function localDayAt(instant: Date, timeZone: string): LocalDate {
  return wallClockAt(instant, timeZone).day;
}

/** Seconds that `timeZone` is ahead of UTC at an instant. */
export function utcOffsetSeconds(instant: Date, timeZone: string): number {
  const wall = wallClockAt(instant, timeZone);
  const shown = Date.parse(
    `${wall.day}T${pad(wall.hour)}:${pad(wall.minute)}:${pad(wall.second)}Z`,
  );
  return Math.round((shown - Math.floor(instant.getTime() / 1000) * 1000) / 1000);
}

/**
 * The instant at which clocks in `timeZone` show this time. A time that the spring
 * change skips is moved forward by the gap; one that the autumn change repeats is the
 * first of the two.
 */
export function instantAt(day: LocalDate, hour: number, minute: number, timeZone: string): Date {
  const shown = Date.parse(`${day}T${pad(hour)}:${pad(minute)}:00Z`);
  const before = utcOffsetSeconds(new Date(shown - 86_400_000), timeZone);
  const after = utcOffsetSeconds(new Date(shown + 86_400_000), timeZone);
  for (const offset of before >= after ? [before, after] : [after, before]) {
    const candidate = new Date(shown - offset * 1000);
    if (utcOffsetSeconds(candidate, timeZone) === offset) return candidate;
  }
  return new Date(shown - before * 1000);
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
