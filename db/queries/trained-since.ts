import { and, eq, min } from "drizzle-orm";
import { dailyLoads } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** The first day with a load series; null before the first activity. */
export async function trainedSince(tx: AthleteTx): Promise<LocalDate | null> {
  const [row] = await tx.db
    .select({ day: min(dailyLoads.day) })
    .from(dailyLoads)
    .where(and(eq(dailyLoads.athleteId, tx.athleteId), eq(dailyLoads.sport, "all")));
  return row?.day ?? null;
}
