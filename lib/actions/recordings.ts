"use server";

import { revalidatePath } from "next/cache";
import { joinActivitiesInput, separateRecordingInput } from "@/lib/schemas/recordings";
import { joinActivities as joinActivitiesService } from "@/lib/services/join-activities";
import { separateRecording as separateRecordingService } from "@/lib/services/separate-recording";
import { athleteAction } from "./action-client";

export const separateRecording = athleteAction
  .metadata({ name: "separateRecording" })
  .inputSchema(separateRecordingInput)
  .action(async ({ parsedInput, ctx }) => {
    const { activityId } = await separateRecordingService(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { activityId };
  });

export const joinActivities = athleteAction
  .metadata({ name: "joinActivities" })
  .inputSchema(joinActivitiesInput)
  .action(async ({ parsedInput, ctx }) => {
    await joinActivitiesService(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { joined: true };
  });
