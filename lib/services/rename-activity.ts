import "server-only";
import { setActivityTitle } from "@/db/mutations/set-activity-title";
import type { AthleteContext } from "@/lib/auth/context";
import type { RenameActivityInput } from "@/lib/schemas/activity";

/** Gives an activity the athlete's own title. Throws "not_found" for any other activity. */
export async function renameActivity(
  ctx: AthleteContext,
  input: RenameActivityInput,
): Promise<void> {
  await ctx.tx((tx) => setActivityTitle(tx, input.activityId, input.title));
}
