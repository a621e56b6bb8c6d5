import { and, eq } from "drizzle-orm";
import { mornings } from "@/db/schema/days";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import type { Morning } from "./morning-on";

/** A day's recommendation and what the athlete made of it; null when there is none. */
export async function answerOn(
  tx: AthleteTx,
  day: LocalDate,
): Promise<Pick<Morning, "recommendation" | "response" | "chosen"> | null> {
  const [morning] = await tx.db
    .select({
      recommendation: mornings.recommendation,
      response: mornings.response,
      chosen: mornings.chosen,
    })
    .from(mornings)
    .where(and(eq(mornings.athleteId, tx.athleteId), eq(mornings.day, day)));
  return morning ?? null;
}
