import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { dailyLoads } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** How alike the seven days up to a day were in one sport; null with its reason in the metric. */
export type SportMonotony = {
  readonly sport: string;
  /** The last of the seven days. */
  readonly day: LocalDate;
  readonly monotony: number | null;
  readonly strain: number | null;
};

/** Monotony and strain of the seven days that end on each of the days, sport by sport. */
export async function sportMonotony(
  tx: AthleteTx,
  days: readonly LocalDate[],
): Promise<SportMonotony[]> {
  return tx.db
    .select({
      sport: dailyLoads.sport,
      day: dailyLoads.day,
      monotony: dailyLoads.monotony,
      strain: dailyLoads.strain,
    })
    .from(dailyLoads)
    .where(
      and(
        eq(dailyLoads.athleteId, tx.athleteId),
        inArray(dailyLoads.day, [...days]),
        ne(dailyLoads.sport, "all"),
      ),
    )
    .orderBy(asc(dailyLoads.sport), asc(dailyLoads.day));
}
