import { and, asc, between, eq, sql } from "drizzle-orm";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

const metric = (name: string) =>
  sql<number | null>`(${activities.metrics} -> ${name} ->> 'value')::float8`;

/** The sessions from `from` to `to`, oldest first, with what detectors look at. */
export function detectorSessions(tx: AthleteTx, from: LocalDate, to: LocalDate) {
  return tx.db
    .select({
      id: activities.id,
      day: activities.day,
      sport: activities.sport,
      timerS: activities.timerS,
      load: activities.load,
      rpe: activities.rpe,
      timeInZone: activities.timeInZone,
      utcOffsetS: activities.utcOffsetS,
      decouplingPct: metric("aerobicDecoupling"),
      efficiency: metric("efficiencyFactor"),
    })
    .from(activities)
    .where(and(eq(activities.athleteId, tx.athleteId), between(activities.day, from, to)))
    .orderBy(asc(activities.startedAt));
}
