import type { SystemTx } from "@/db/scope";
import type { AthleteId } from "@/lib/ids";
import { advanceMornings } from "./advance-mornings";

/** `advanceMornings` for a single athlete. */
export async function setNextMorning(
  tx: SystemTx,
  athleteId: AthleteId,
  nextMorningAt: Date,
): Promise<void> {
  await advanceMornings(tx, [{ athleteId, nextMorningAt }]);
}
