import { and, asc, between, eq, getTableColumns, sql } from "drizzle-orm";
import { prepared } from "@/db/prepared";
import { wellnessDays } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

const { athleteId: _athleteId, updatedAt: _updatedAt, ...columns } = getTableColumns(wellnessDays);

export type WellnessDay = Omit<typeof wellnessDays.$inferSelect, "athleteId" | "updatedAt">;

/** The wellness days from `from` to `to`, both included, oldest first; unmeasured days are absent. */
export async function wellnessWindow(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<WellnessDay[]> {
  return statement(tx.db).execute({ athleteId: tx.athleteId, from, to });
}

/** What a morning's answer rests on of each night: it reads two months of them. */
export type MorningNight = Pick<
  WellnessDay,
  | "day"
  | "hrvRmssdMs"
  | "hrvSource"
  | "hrvSdnnMs"
  | "restingHrBpm"
  | "sleepS"
  | "sleepScore"
  | "stressAvg"
  | "sources"
>;

export async function morningNights(
  tx: AthleteTx,
  from: LocalDate,
  to: LocalDate,
): Promise<MorningNight[]> {
  return morningStatement(tx.db).execute({ athleteId: tx.athleteId, from, to });
}

const { placeholder } = sql;

const inRange = and(
  eq(wellnessDays.athleteId, placeholder("athleteId")),
  between(wellnessDays.day, placeholder("from"), placeholder("to")),
);

const statement = prepared("formline_wellness_window", (db) =>
  db.select(columns).from(wellnessDays).where(inRange).orderBy(asc(wellnessDays.day)),
);

const { day, hrvRmssdMs, hrvSource, hrvSdnnMs, restingHrBpm, sleepS, ...others } = columns;
const { sleepScore, stressAvg, sources } = others;
const measured = { hrvRmssdMs, hrvSource, hrvSdnnMs, restingHrBpm, sleepS, sleepScore, stressAvg };

const morningStatement = prepared("formline_morning_nights", (db) =>
  db
    .select({ day, ...measured, sources })
    .from(wellnessDays)
    .where(inRange)
    .orderBy(asc(wellnessDays.day)),
);
