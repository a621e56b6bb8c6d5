import "server-only";
import { saveActivity } from "@/db/mutations/save-activity";
import type { AthleteTx } from "@/db/scope";
import type { AnalysedActivity } from "./analyse-recording";
import { storeFindings } from "./store-findings";

/**
 * Saves what was recorded, with everything computed from it, as the activity of this session;
 * returns its id. `id` is for one that has been before.
 */
export async function saveRecorded(
  tx: AthleteTx,
  analysed: AnalysedActivity,
  from: {
    readonly id?: string;
    readonly sourceFileId: string;
    readonly sessionIndex: number;
    readonly isPartial: boolean;
  },
): Promise<string> {
  const saved = await saveActivity(tx, {
    activity: { ...analysed.columns, ...from },
    streams: analysed.streams,
  });
  await storeFindings(tx, saved.id, analysed);
  return saved.id;
}
