import type { DailyLoadRow } from "@/db/mutations/save-daily-loads";
import { addDays, daysBetween, earlierDay, type LocalDate } from "@/lib/dates/local-date";
import { trainingDays } from "@/lib/training/load/training-days";

const FORMULA = "PMC-exp@1";
const COMBINED = "all";

/** Stored days before a change that its first new day still looks at: the longest is ACWR's. */
export const KNOWN_DAYS = 29;

/** What was done on one day in one sport. */
export type DailyInput = {
  readonly day: LocalDate;
  readonly sport: string;
  readonly load: number | null;
  readonly durationS: number;
};

type Span = { readonly fromDay: LocalDate; readonly today: LocalDate };

/** The rows from `fromDay` to `today`, per sport and combined, of all that was ever done. */
export function dailyRows(inputs: readonly DailyInput[], span: Span): DailyLoadRow[] {
  const past = inputs.filter((input) => input.day <= span.today);
  if (past.length === 0) return [];
  const series = [[COMBINED, past] as const, ...bySport(past)];
  return series.flatMap(([sport, own]) => rowsOf(sport, own, span, []));
}

/**
 * The same, bit for bit, of what was done from `fromDay` on and the stored rows of the
 * `KNOWN_DAYS` before it (any order). Null where these do not tell enough: they are not whole, of
 * another formula, or a sport is new.
 */
export function continuedRows(
  stored: readonly DailyLoadRow[],
  inputs: readonly DailyInput[],
  span: Span,
): DailyLoadRow[] | null {
  const known = bySport(stored.toSorted((a, b) => (a.day < b.day ? -1 : 1)));
  const past = inputs.filter((input) => input.day <= span.today);
  const sports = bySport(past).set(COMBINED, past);
  const isTold = [...known.values()].every((rows) => isWhole(rows, span.fromDay));
  if (!known.has(COMBINED) || !isTold) return null;
  if (past.some((input) => !known.has(input.sport))) return null;
  return [...known].flatMap(([sport, rows]) => rowsOf(sport, sports.get(sport) ?? [], span, rows));
}

function bySport<Row extends { readonly sport: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.sport);
    if (group) group.push(row);
    else groups.set(row.sport, [row]);
  }
  return groups;
}

function isWhole(rows: readonly DailyLoadRow[], fromDay: LocalDate): boolean {
  const [first] = rows;
  return (
    first !== undefined &&
    rows.length === daysBetween(first.day, fromDay) &&
    rows.every((row) => row.formula === FORMULA)
  );
}

/** A series begins with its first activity: a new sport leaves the days before it as they are. */
function rowsOf(
  sport: string,
  inputs: readonly DailyInput[],
  { fromDay, today }: Span,
  known: readonly DailyLoadRow[],
): DailyLoadRow[] {
  const firstDay = known[0]?.day ?? inputs.map((input) => input.day).reduce(earlierDay, today);
  const length = daysBetween(firstDay, today) + 1;
  const [load, duration] = [new Float64Array(length), new Float64Array(length)];
  load.set(known.map((row) => row.load));
  for (const input of inputs) {
    const i = daysBetween(firstDay, input.day);
    load[i] = (load[i] ?? 0) + (input.load ?? 0);
    duration[i] = (duration[i] ?? 0) + input.durationS;
  }
  const start = Math.max(0, daysBetween(firstDay, fromDay));
  const curves = {
    fitness: Float64Array.from(known, (row) => row.fitness),
    fatigue: Float64Array.from(known, (row) => row.fatigue),
  };
  return trainingDays(load, start, curves).map((values, i) => ({
    sport,
    day: addDays(firstDay, start + i),
    durationS: duration[start + i] ?? 0,
    ...values,
    formula: FORMULA,
  }));
}
