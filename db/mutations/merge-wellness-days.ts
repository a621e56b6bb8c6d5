import { isDeepStrictEqual } from "node:util";
import { and, eq, getTableColumns, type SQL, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import type { PgColumn } from "drizzle-orm/pg-core";
import { prepared } from "@/db/prepared";
import { rows } from "@/db/rows";
import { wellnessDays, wellnessRecords } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import {
  columnsOf,
  hasOtherValues,
  oldMornings,
  unrecorded,
  type WellnessColumns,
} from "@/db/wellness-columns";
import { addDays, earlierDay, type LocalDate } from "@/lib/dates/local-date";
import { combineWellness, type WellnessRecord } from "@/lib/training/recovery/combine-wellness";
import type { WellnessFields, WellnessObservation } from "@/lib/training/recovery/wellness-types";

export type ChangedWellness = {
  /** Those whose values are others now. */
  readonly days: readonly LocalDate[];
  /** From which day on mornings may be answered otherwise by it; null when none may. */
  readonly oldFrom: LocalDate | null;
};

/**
 * Keeps what each source says of a day, as it came, and works the athlete's wellness days out
 * of all of it anew (WEL-1). A source replaces its own earlier values; what it does not repeat
 * stays. Repeating an observation changes nothing.
 */
export async function mergeWellnessDays(
  tx: AthleteTx,
  observations: readonly WellnessObservation[],
): Promise<ChangedWellness> {
  const byKey = saidBySource(observations);
  if (byKey.size === 0) return { days: [], oldFrom: null };
  const days = [...new Set([...byKey.values()].map(({ day }) => day))];
  // They travel in one piece; the server does one after the other.
  const [touched, known] = await Promise.all([keepRecords(tx, byKey), knownOf(tx, days)]);
  return combineDays(tx, touched, known);
}

/** Works days out anew from what is kept of their sources. */
export async function recombineWellnessDays(
  tx: AthleteTx,
  touched: readonly LocalDate[],
): Promise<ChangedWellness> {
  return combineDays(tx, touched, await knownOf(tx, touched));
}

/** Whether days are what their sources say together: to recombine them would change nothing. */
export async function areCombined(tx: AthleteTx, days: readonly LocalDate[]): Promise<boolean> {
  return combined(days, await knownOf(tx, days)).days.length === 0;
}

type Known = Awaited<ReturnType<typeof knownOf>>;

/** What sources have said of days, and what these, and each day before one, are by it so far. */
async function knownOf(tx: AthleteTx, days: readonly LocalDate[]) {
  const eves = days.map((day) => addDays(day, -1));
  const [records, stored] = await Promise.all([
    recordsOf(tx, days),
    storedDays(tx, [...new Set([...days, ...eves])]),
  ]);
  return { records, stored };
}

function combineDays(tx: AthleteTx, touched: readonly LocalDate[], known: Known): ChangedWellness {
  const { days, changed, old } = combined(touched, known);
  if (days.length > 0) tx.withCommit(saveDays(tx, days));
  return { days: changed, oldFrom: old.length === 0 ? null : old.reduce(earlierDay) };
}

/** The days that are to be saved, those among them with other values, and the mornings made old. */
function combined(touched: readonly LocalDate[], { records, stored }: Known) {
  const days: WellnessColumns[] = [];
  const changed: LocalDate[] = [];
  const old: LocalDate[] = [];
  for (const day of touched) {
    const [own, before] = [records.get(day) ?? [], stored.get(day) ?? null];
    const known = [...own, ...unrecorded(before, own)];
    if (known.length === 0) continue;
    const after = columnsOf(day, combineWellness(known));
    if (hasOtherValues(before, after)) {
      changed.push(day);
      old.push(...oldMornings(before, after, stored.get(addDays(day, -1)) ?? null));
    }
    if (before === null || !isDeepStrictEqual(before, after)) days.push(after);
  }
  return { days, changed, old };
}

type Said = { readonly day: LocalDate; readonly source: string; readonly fields: WellnessFields };

function saidBySource(observations: readonly WellnessObservation[]): Map<string, Said> {
  const byKey = new Map<string, Said>();
  for (const { day, source, ...said } of observations) {
    // JSON leaves out what is undefined.
    if (Object.values(said).every((value) => value === undefined)) continue;
    const key = `${day} ${source}`;
    byKey.set(key, { day, source, fields: { ...byKey.get(key)?.fields, ...said } });
  }
  return byKey;
}

/** One statement for any number of records. Returns the days of which something new was said. */
async function keepRecords(tx: AthleteTx, byKey: ReadonlyMap<string, Said>): Promise<LocalDate[]> {
  const merged = sql`${wellnessRecords.fields} || excluded.fields`;
  const statement = tx.db.execute(sql`
    insert into ${wellnessRecords} (athlete_id, day, source, fields, received_at)
    select ${tx.athleteId}, said.day, said.source, said.fields, now()
    from json_to_recordset(${JSON.stringify([...byKey.values()])}::json)
      as said(day date, source text, fields jsonb)
    on conflict (athlete_id, day, source) do update set fields = ${merged}, received_at = now()
    where ${wellnessRecords.fields} is distinct from ${merged}
    returning ${wellnessRecords.day}::text as day`);
  // Sent at once and not when it is waited for: who asks next is to see what it wrote.
  const written = await statement.execute();
  return [...new Set(rows<{ day: LocalDate }>(written).map(({ day }) => day))].sort();
}

async function recordsOf(
  tx: AthleteTx,
  days: readonly LocalDate[],
): Promise<Map<LocalDate, WellnessRecord[]>> {
  const named = { athleteId: tx.athleteId, days: JSON.stringify(days) };
  const found = await recordsStatement(tx.db).execute(named);
  const byDay = new Map<LocalDate, WellnessRecord[]>();
  for (const { day, ...record } of found) {
    const own = byDay.get(day);
    if (own) own.push(record);
    else byDay.set(day, [record]);
  }
  return byDay;
}

const { athleteId: _athleteId, updatedAt: _updatedAt, ...columns } = getTableColumns(wellnessDays);

async function storedDays(
  tx: AthleteTx,
  days: readonly LocalDate[],
): Promise<Map<LocalDate, WellnessColumns>> {
  const named = { athleteId: tx.athleteId, days: JSON.stringify(days) };
  const found = await daysStatement(tx.db).execute(named);
  return new Map(found.map((row) => [row.day, row]));
}

/** One JSON parameter, however many days. */
async function saveDays(tx: AthleteTx, days: readonly WellnessColumns[]): Promise<void> {
  const records = JSON.stringify(
    days.map((day) => ({
      athlete_id: tx.athleteId,
      // As PostgreSQL reads it: the time of this transaction.
      updated_at: "now",
      ...Object.fromEntries(Object.entries(day).map(([key, value]) => [toSnakeCase(key), value])),
    })),
  );
  await tx.db.execute(sql`
    insert into ${wellnessDays}
    select * from jsonb_populate_recordset(null::${wellnessDays}, ${records}::jsonb)
    on conflict (athlete_id, day) do update set ${NEW_VALUES}, updated_at = now()`);
}

/** Every column's new value; written once, because it is most of the statement. */
const NEW_VALUES = sql.raw(
  Object.values(columns)
    .map(({ name }) => toSnakeCase(name))
    .map((name) => `"${name}" = excluded."${name}"`)
    .join(", "),
);

function amongDays(column: PgColumn): SQL {
  const days = sql.placeholder("days");
  return sql`${column} = any (array(select json_array_elements_text(${days}::json)::date))`;
}

const recordsStatement = prepared("formline_wellness_records", (db) =>
  db
    .select({
      day: wellnessRecords.day,
      source: wellnessRecords.source,
      fields: wellnessRecords.fields,
    })
    .from(wellnessRecords)
    .where(
      and(
        eq(wellnessRecords.athleteId, sql.placeholder("athleteId")),
        amongDays(wellnessRecords.day),
      ),
    ),
);

const daysStatement = prepared("formline_wellness_days", (db) =>
  db
    .select(columns)
    .from(wellnessDays)
    .where(
      and(eq(wellnessDays.athleteId, sql.placeholder("athleteId")), amongDays(wellnessDays.day)),
    ),
);
