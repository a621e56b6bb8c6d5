import { sql } from "drizzle-orm";
import { athletes } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { DaySoFar } from "@/lib/training/recovery/awaits-check-in";

/** What the database knows of it. */
type KnownSoFar = Pick<DaySoFar, "hasData" | "hasCheckIn" | "hasTrained" | "hasSlept">;

/** What has come of the athlete's day so far; nothing for an athlete that is gone. */
export async function daySoFar(tx: AthleteTx, day: LocalDate): Promise<KnownSoFar> {
  const of = (table: string, also = sql`true`) =>
    sql<boolean>`exists (select 1 from ${sql.identifier(table)}
      where athlete_id = ${tx.athleteId} and ${also})`;
  const [found] = await tx.db
    .select({
      hasData: sql<boolean>`${of("daily_loads", sql`sport = 'all'`)} or ${of("wellness_days")}`,
      hasCheckIn: of("check_ins", sql`day = ${day}`),
      hasTrained: of("activities", sql`day = ${day}`),
      hasSlept: of(
        "wellness_days",
        sql`day = ${day} and (sleep_s is not null or hrv_rmssd_ms is not null)`,
      ),
    })
    .from(athletes)
    .where(sql`${athletes.id} = ${tx.athleteId}`);
  return found ?? { hasData: false, hasCheckIn: false, hasTrained: false, hasSlept: false };
}
