import { thresholds } from "@/db/schema/settings";
import type { AthleteTx } from "@/db/scope";

export type ThresholdInput = Omit<typeof thresholds.$inferInsert, "id" | "athleteId" | "createdAt">;

/** Saves a capacity from a day on; one of that kind, sport and day is replaced. Returns its id. */
export async function saveThreshold(tx: AthleteTx, threshold: ThresholdInput): Promise<string> {
  const [saved] = await tx.db
    .insert(thresholds)
    .values({ ...threshold, athleteId: tx.athleteId })
    .onConflictDoUpdate({
      target: [thresholds.athleteId, thresholds.kind, thresholds.sport, thresholds.validFrom],
      set: { value: threshold.value, source: threshold.source ?? "athlete" },
    })
    .returning({ id: thresholds.id });
  if (!saved) throw new Error("The threshold was not stored.");
  return saved.id;
}
