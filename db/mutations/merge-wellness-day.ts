import type { AthleteTx } from "@/db/scope";
import type { WellnessObservation } from "@/lib/training/recovery/wellness-types";
import { mergeWellnessDays } from "./merge-wellness-days";

/** `mergeWellnessDays` for a single observation; true when it changed anything. */
export async function mergeWellnessDay(
  tx: AthleteTx,
  observation: WellnessObservation,
): Promise<boolean> {
  return (await mergeWellnessDays(tx, [observation])).length > 0;
}
