import "server-only";
import { addActivityEdit } from "@/db/mutations/add-activity-edit";
import type { AthleteContext } from "@/lib/auth/context";
import type { EditActivityInput } from "@/lib/schemas/activity-edit";
import { changeActivity } from "./change-activity";

/** Notes what the athlete says about an activity and lets it hold. Throws as `changeActivity`. */
export async function editActivity(
  ctx: AthleteContext,
  { activityId, edit }: EditActivityInput,
): Promise<void> {
  await changeActivity(ctx, activityId, edit.kind, (active) => ({
    edits: [...active, edit],
    write: (tx) => addActivityEdit(tx, activityId, edit),
  }));
}
