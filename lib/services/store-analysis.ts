import "server-only";
import { updateActivityAnalysis } from "@/db/mutations/update-activity-analysis";
import type { AthleteTx } from "@/db/scope";
import type { EditedAnalysis } from "./analyze-edited";
import { storeFindings } from "./store-findings";

/** Replaces an activity's analysis, streams and all that was found in them. Throws "not_found". */
export async function storeAnalysis(
  tx: AthleteTx,
  activityId: string,
  analysed: EditedAnalysis,
): Promise<void> {
  await updateActivityAnalysis(tx, activityId, analysed.columns, analysed.streams);
  await storeFindings(tx, activityId, analysed);
}
