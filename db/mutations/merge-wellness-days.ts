import { type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { excluded } from "@/db/excluded";
import { wellnessDays } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";

type Row = typeof wellnessDays.$inferInsert;

/** The columns that an observation can fill, and from which of its fields. */
const FIELDS = {
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
} as const satisfies Partial<
  Record<keyof Row, Exclude<keyof WellnessObservation, "day" | "source">>
>;

type Field = keyof typeof FIELDS;
const FIELD_NAMES = Object.keys(FIELDS) as Field[];
const INTEGERS: ReadonlySet<Field> = new Set([
  "sleepS",
  "deepSleepS",
  "lightSleepS",
  "remSleepS",
  "awakeS",
  "steps",
]);

type Proposal = {
  day: LocalDate;
  values: Partial<Record<Field, number | Date>>;
  sources: Record<string, string>;
};

/**
 * Adds what the observations say to the athlete's wellness days. A field belongs to the
 * source that first filled it: that source may correct it, any other only fills gaps.
 * Returns the days whose values changed; repeating an observation changes none.
 */
export async function mergeWellnessDays(
  tx: AthleteTx,
  observations: readonly WellnessObservation[],
): Promise<LocalDate[]> {
  const proposals = foldByDay(observations);
  if (proposals.length === 0) return [];
  const changed: LocalDate[] = [];
  for (let at = 0; at < proposals.length; at += CHUNK) {
    changed.push(...(await upsert(tx, proposals.slice(at, at + CHUNK))));
  }
  return changed;
}

/** Days per statement, well below the protocol's 65 535 parameters. */
const CHUNK = 1_000;

async function upsert(tx: AthleteTx, proposals: readonly Proposal[]): Promise<LocalDate[]> {
  const rows = proposals.map(({ day, values, sources }) => ({
    ...values,
    athleteId: tx.athleteId,
    day,
    sources,
    hrvSource: sources.hrvRmssdMs ?? null,
    updatedAt: sql`now()`,
  }));
  const written = await tx.db
    .insert(wellnessDays)
    .values(rows as unknown as Row[])
    .onConflictDoUpdate({
      target: [wellnessDays.athleteId, wellnessDays.day],
      set: mergedColumns(),
      setWhere: anyChange(),
    })
    .returning({ day: wellnessDays.day });
  return written.map((row) => row.day);
}

/** One proposal for a day, by the same rule of ownership, in the order of the observations. */
function foldByDay(observations: readonly WellnessObservation[]): Proposal[] {
  const byDay = new Map<LocalDate, Proposal>();
  for (const observation of observations) {
    const { day, source } = observation;
    const proposal = byDay.get(day) ?? { day, values: {}, sources: {} };
    for (const field of FIELD_NAMES) {
      const value = valueIn(observation, field);
      const owner = proposal.sources[field] ?? source;
      if (value === undefined || owner !== source) continue;
      proposal.values[field] = value;
      proposal.sources[field] = source;
    }
    if (Object.keys(proposal.sources).length > 0) byDay.set(day, proposal);
  }
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function valueIn(observation: WellnessObservation, field: Field): number | Date | undefined {
  const value = observation[FIELDS[field]];
  if (value === undefined) return undefined;
  if (field === "sleepStartAt" || field === "sleepEndAt") return new Date(value * 1000);
  return INTEGERS.has(field) ? Math.round(value) : value;
}

/** True where the proposed value may take the place of the stored one. */
function isTaken(field: Field): SQL {
  const column: PgColumn = wellnessDays[field];
  const key = sql.raw(`'${field}'`);
  return sql`(${excluded(column)} is not null and (${column} is null or ${wellnessDays.sources} ->> ${key} = excluded.sources ->> ${key}))`;
}

function mergedColumns(): Record<string, SQL> {
  const merged: Record<string, SQL> = {
    // A stored entry wins: it is the same source, or the field keeps its owner.
    sources: sql`excluded.sources || ${wellnessDays.sources}`,
    hrvSource: sql`coalesce(${wellnessDays.hrvSource}, excluded.hrv_source)`,
    updatedAt: sql`now()`,
  };
  for (const field of FIELD_NAMES) {
    const column: PgColumn = wellnessDays[field];
    merged[field] = sql`case when ${isTaken(field)} then ${excluded(column)} else ${column} end`;
  }
  return merged;
}

function anyChange(): SQL {
  const changes = FIELD_NAMES.map((field) => {
    const column: PgColumn = wellnessDays[field];
    return sql`(${isTaken(field)} and ${column} is distinct from ${excluded(column)})`;
  });
  return sql.join(changes, sql` or `);
}
