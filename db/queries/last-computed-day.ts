import { eq, max } from "drizzle-orm";
import { dailyLoads } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";

/** The last day with a stored load; null when there is none. */
export async function lastComputedDay(tx: AthleteTx): Promise<LocalDate | null> {
  const [last] = await tx.db
    .select({ day: max(dailyLoads.day) })
    .from(dailyLoads)
    .where(eq(dailyLoads.athleteId, tx.athleteId));
  return last?.day ?? null;
}
