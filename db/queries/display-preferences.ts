import { eq } from "drizzle-orm";
import { athletes } from "@/db/schema";
import type { AthleteTx } from "@/db/scope";
import { notFound } from "@/lib/errors";
import type { UnitSystem } from "@/lib/units/unit-system";

export type DisplayPreferences = {
  readonly units: UnitSystem;
  /** 1 = Monday … 7 = Sunday. */
  readonly firstWeekday: number;
};

/** How the athlete wants numbers and weeks shown. Throws not_found for an athlete that is gone. */
export async function displayPreferences(tx: AthleteTx): Promise<DisplayPreferences> {
  const [row] = await tx.db
    .select({ units: athletes.units, firstWeekday: athletes.firstWeekday })
    .from(athletes)
    .where(eq(athletes.id, tx.athleteId));
  if (row === undefined) throw notFound("The athlete");
  return row;
}
