"use server";

import { revalidatePath } from "next/cache";
import { editActivityInput, undoEditInput } from "@/lib/schemas/activity-edit";
import { editActivity } from "@/lib/services/edit-activity";
import { undoActivityEdit } from "@/lib/services/undo-activity-edit";
import { athleteAction } from "./action-client";

export const saveActivityEdit = athleteAction
  .metadata({ name: "editActivity" })
  .inputSchema(editActivityInput)
  .action(async ({ parsedInput, ctx }) => {
    await editActivity(ctx.athlete, parsedInput);
    revalidatePath(`/activities/${parsedInput.activityId}`);
    // Felt effort is asked for there, too.
    revalidatePath("/today");
  });

export const undoEdit = athleteAction
  .metadata({ name: "undoActivityEdit" })
  .inputSchema(undoEditInput)
  .action(async ({ parsedInput, ctx }) => {
    await undoActivityEdit(ctx.athlete, parsedInput);
    revalidatePath(`/activities/${parsedInput.activityId}`);
  });
