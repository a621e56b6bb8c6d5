"use server";

import { revalidatePath } from "next/cache";
import { preferencesInput, profileInput, timeLimitsInput } from "@/lib/schemas/profile";
import { updateProfile } from "@/lib/services/update-profile";
import { athleteAction } from "./action-client";

export const saveProfile = athleteAction
  .metadata({ name: "saveProfile" })
  .inputSchema(profileInput)
  .action(async ({ parsedInput, ctx }) => {
    await updateProfile(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { saved: true };
  });

export const savePreferences = athleteAction
  .metadata({ name: "savePreferences" })
  .inputSchema(preferencesInput)
  .action(async ({ parsedInput, ctx }) => {
    await updateProfile(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { saved: true };
  });

export const saveTimeLimits = athleteAction
  .metadata({ name: "saveTimeLimits" })
  .inputSchema(timeLimitsInput)
  .action(async ({ parsedInput, ctx }) => {
    await updateProfile(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { saved: true };
  });
