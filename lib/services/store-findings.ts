import "server-only";
import { replaceBests } from "@/db/mutations/replace-bests";
import { saveCourse } from "@/db/mutations/save-course";
import type { AthleteTx } from "@/db/scope";
import type { EditedAnalysis } from "./analyze-edited";

/** Replaces what was found in an activity's streams: curves, best efforts, course. */
export async function storeFindings(
  tx: AthleteTx,
  activityId: string,
  { bests, course }: Pick<EditedAnalysis, "bests" | "course">,
): Promise<void> {
  await replaceBests(tx, activityId, bests);
  await saveCourse(tx, activityId, course);
}
