import { and, count, eq } from "drizzle-orm";
import { dailyLoads, wellnessDays } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";

/** How many nights, and how many days of training history, are known so far. */
export async function knownDays(tx: AthleteTx): Promise<{ nights: number; days: number }> {
  const [nights] = await tx.db
    .select({ nights: count() })
    .from(wellnessDays)
    .where(eq(wellnessDays.athleteId, tx.athleteId));
  const [days] = await tx.db
    .select({ days: count() })
    .from(dailyLoads)
    .where(and(eq(dailyLoads.athleteId, tx.athleteId), eq(dailyLoads.sport, "all")));
  return { nights: nights?.nights ?? 0, days: days?.days ?? 0 };
}
