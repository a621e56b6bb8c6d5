import "server-only";
import { markEditUndone } from "@/db/mutations/mark-edit-undone";
import { activityEdits } from "@/db/queries/activity-edits";
import type { AthleteContext } from "@/lib/auth/context";
import { notFound } from "@/lib/errors";
import type { UndoEditInput } from "@/lib/schemas/activity-edit";
import { changeActivity } from "./change-activity";

/** Takes one edit back: what was before it holds again. Throws as `changeActivity`. */
export async function undoActivityEdit(
  ctx: AthleteContext,
  { activityId, editId }: UndoEditInput,
): Promise<void> {
  const journal = await ctx.tx((tx) => activityEdits(tx, activityId));
  const entry = journal.find((edit) => edit.id === editId);
  if (entry === undefined) throw notFound("This change");
  await changeActivity(ctx, activityId, entry.kind, (active) => ({
    edits: active.filter((edit) => edit.id !== editId),
    write: (tx) => markEditUndone(tx, editId, ctx.now),
  }));
}
