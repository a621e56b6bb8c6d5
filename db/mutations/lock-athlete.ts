import { eq } from "drizzle-orm";
import { athletes } from "@/db/schema/athletes";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";

/**
 * Makes other transactions that call this for the same athlete wait until this one ends: for
 * work that reads many rows and then writes what follows from them.
 */
export async function lockAthlete(tx: AthleteTx): Promise<void> {
  const [athlete] = await tx.db
    .select({ id: athletes.id })
    .from(athletes)
    .where(eq(athletes.id, tx.athleteId))
    .for("no key update");
  if (!athlete) throw notFound("This athlete");
}
