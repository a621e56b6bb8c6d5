import "server-only";
import { firstChangeOfBatch } from "@/db/queries/first-change-of-batch";
import type { AthleteContext } from "@/lib/auth/context";
import type { LocalDate } from "@/lib/dates/local-date";

/** From which day on an import makes the numbers old; null when it changed nothing. */
export async function findFirstChange(
  ctx: AthleteContext,
  batchId: string,
): Promise<{ fromDay: LocalDate | null }> {
  return { fromDay: await ctx.tx((tx) => firstChangeOfBatch(tx, batchId)) };
}
