import { type SQL, sql } from "drizzle-orm";
import { rows } from "@/db/rows";
import { activities } from "@/db/schema/activities";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Sport } from "@/lib/training/activity/sports";

export type TotalsPeriod = "week" | "month" | "year";

/** What was done of one sport in one week, month or year. Null: no activity of it has the value. */
export type TrainingTotal = {
  /** First day of the week, month or year. */
  readonly from: LocalDate;
  readonly sport: Sport;
  readonly activities: number;
  readonly timerS: number;
  /** A distance of 0, as devices write for sports done on the spot, is none. */
  readonly distanceM: number | null;
  readonly ascentM: number | null;
  readonly load: number | null;
  /** How many support no load at all. */
  readonly withoutLoad: number;
  /** The devices' own. */
  readonly energyKcal: number | null;
  readonly withoutEnergy: number;
  /**
   * Seconds in zone 1 … 7, each activity by power, else pace, else heart rate; all 0 where none
   * of them has zones.
   */
  readonly zoneSeconds: readonly number[];
};

type Wanted = {
  readonly period: TotalsPeriod;
  /** The first day that counts; null for all. */
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  /** 1 = Monday … 7 = Sunday. */
  readonly firstWeekday: number;
};

const ZONES = 7;

/** Every period in which something was done, per sport, oldest first: one statement. */
export async function trainingTotals(tx: AthleteTx, wanted: Wanted): Promise<TrainingTotal[]> {
  const { from, to } = wanted;
  const zoneSums = sql.join(
    Array.from(
      { length: ZONES },
      (_, zone) => sql`coalesce(sum((zones->>${sql.raw(String(zone))})::float8), 0)`,
    ),
    sql`, `,
  );
  const result = await tx.db.execute(sql`
    select "from"::text as "from", sport,
      count(*)::int as activities,
      sum(timer_s) as "timerS",
      sum(nullif(distance_m, 0)) as "distanceM",
      sum(ascent_m) as "ascentM",
      sum(load) as load,
      (count(*) - count(load))::int as "withoutLoad",
      sum(energy_kcal) as "energyKcal",
      (count(*) - count(energy_kcal))::int as "withoutEnergy",
      array[${zoneSums}] as "zoneSeconds"
    from (
      select ${periodStart(wanted)} as "from", sport, timer_s, distance_m, ascent_m, load,
        (device_values->>'energyKcal')::float8 as energy_kcal,
        coalesce(
          time_in_zone->'power'->'seconds',
          time_in_zone->'pace'->'seconds',
          time_in_zone->'heartRate'->'seconds'
        ) as zones
      from ${activities}
      where athlete_id = ${tx.athleteId} and day <= ${to}
        ${from === null ? sql`` : sql`and day >= ${from}`}
    ) as done
    group by 1, 2
    order by 1, 2`);
  return rows<TrainingTotal>(result);
}

function periodStart({ period, firstWeekday }: Wanted): SQL {
  switch (period) {
    case "week":
      return sql`day - (extract(isodow from day)::int - ${firstWeekday}::int + 7) % 7`;
    case "month":
      return sql`date_trunc('month', day)::date`;
    case "year":
      return sql`date_trunc('year', day)::date`;
  }
}
