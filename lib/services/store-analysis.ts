import "server-only";
import { replaceBests } from "@/db/mutations/replace-bests";
import { updateActivityAnalysis } from "@/db/mutations/update-activity-analysis";
import type { AthleteTx } from "@/db/scope";
import type { EditedAnalysis } from "./analyze-edited";

/** Replaces an activity's analysis, streams and bests. Throws "not_found". */
export async function storeAnalysis(
  tx: AthleteTx,
  activityId: string,
  { columns, streams, bests }: EditedAnalysis,
): Promise<void> {
  await updateActivityAnalysis(tx, activityId, columns, streams);
  await replaceBests(tx, activityId, bests);
}
