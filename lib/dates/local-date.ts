/** A calendar day where the athlete is, "2026-11-21". No time, no zone. */
export type LocalDate = string & { readonly __localDate: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** Parses "YYYY-MM-DD"; null when it is no real calendar day. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const ms = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(ms).toISOString().slice(0, 10) === text ? (text as LocalDate) : null;
}

/** "YYYY-MM-DD" that is known to be a real day; throws RangeError otherwise. */
export function localDate(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (day === null) throw new RangeError(`Not a calendar day: ${text}`);
  return day;
}

/** Days since 1970-01-01. */
export function dayNumber(day: LocalDate): number {
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
  return Date.UTC(Number(year), Number(month) - 1, Number(date)) / DAY_MS;
}

const known = new Map<number, LocalDate>();
/** A hundred years: a history walks over the same days again and again. */
const MOST_KNOWN = 36_525;

/** The day that is `n` days after 1970-01-01. */
export function fromDayNumber(n: number): LocalDate {
  const before = known.get(n);
  if (before !== undefined) return before;
  const day = new Date(n * DAY_MS).toISOString().slice(0, 10) as LocalDate;
  if (known.size < MOST_KNOWN) known.set(n, day);
  return day;
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return fromDayNumber(dayNumber(day) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Every day from `from` to `to`, both included; empty when `to` is earlier. */
export function eachDay(from: LocalDate, to: LocalDate): LocalDate[] {
  const first = dayNumber(from);
  const count = Math.max(0, dayNumber(to) - first + 1);
  return Array.from({ length: count }, (_, i) => fromDayNumber(first + i));
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(day: LocalDate): number {
  return ((dayNumber(day) + 3) % 7) + 1;
}

/** The Monday of the day's week. */
export function startOfIsoWeek(day: LocalDate): LocalDate {
  return addDays(day, 1 - isoWeekday(day));
}

/** The earlier of two days. */
export function earlierDay(a: LocalDate, b: LocalDate): LocalDate {
  return a <= b ? a : b;
}

/** The later of two days. */
export function laterDay(a: LocalDate, b: LocalDate): LocalDate {
  return a >= b ? a : b;
}
