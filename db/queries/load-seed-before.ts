import { and, desc, eq, lt } from "drizzle-orm";
import { dailyLoads } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

export type LoadSeed = {
  /** A sport, or "all" for the combined series. */
  readonly sport: string;
  readonly day: LocalDate;
  readonly fitness: number;
  readonly fatigue: number;
};

/** Where each series stood on its last day before `day`: what a recomputation goes on from. */
export async function loadSeedBefore(tx: AthleteTx, day: LocalDate): Promise<LoadSeed[]> {
  return tx.db
    .selectDistinctOn([dailyLoads.sport], {
      sport: dailyLoads.sport,
      day: dailyLoads.day,
      fitness: dailyLoads.fitness,
      fatigue: dailyLoads.fatigue,
    })
    .from(dailyLoads)
    .where(and(eq(dailyLoads.athleteId, tx.athleteId), lt(dailyLoads.day, day)))
    .orderBy(dailyLoads.sport, desc(dailyLoads.day));
}
