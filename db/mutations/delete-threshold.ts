import { and, eq } from "drizzle-orm";
import { thresholds } from "@/db/schema/settings";
import type { AthleteTx } from "@/db/scope";
import type { LocalDate } from "@/lib/dates/local-date";
import { notFound } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/** Deletes a capacity; returns the day from which it held, to recompute from. Throws "not_found". */
export async function deleteThreshold(
  tx: AthleteTx,
  id: string,
): Promise<{ readonly validFrom: LocalDate }> {
  if (!isUuid(id)) throw notFound("This threshold");
  const [deleted] = await tx.db
    .delete(thresholds)
    .where(and(eq(thresholds.athleteId, tx.athleteId), eq(thresholds.id, id)))
    .returning({ validFrom: thresholds.validFrom });
  if (!deleted) throw notFound("This threshold");
  return deleted;
}
