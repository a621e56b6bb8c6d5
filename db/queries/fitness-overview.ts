import { and, asc, eq, lte, or, sql } from "drizzle-orm";
import { dailyLoads } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

export type FitnessOverviewPoint = { readonly day: LocalDate; readonly fitness: number };

/** Fitness at the end of every week and on `to`, from the first day on: the outline of it all. */
export async function fitnessOverview(
  tx: AthleteTx,
  wanted: { readonly sport: string; readonly to: LocalDate },
): Promise<FitnessOverviewPoint[]> {
  return tx.db
    .select({ day: dailyLoads.day, fitness: dailyLoads.fitness })
    .from(dailyLoads)
    .where(
      and(
        eq(dailyLoads.athleteId, tx.athleteId),
        eq(dailyLoads.sport, wanted.sport),
        lte(dailyLoads.day, wanted.to),
        or(sql`extract(isodow from ${dailyLoads.day}) = 7`, eq(dailyLoads.day, wanted.to)),
      ),
    )
    .orderBy(asc(dailyLoads.day));
}
