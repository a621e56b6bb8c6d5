"use server";

import { revalidatePath } from "next/cache";
import type { FormState } from "@/lib/schemas/form-state";
import { recommendationResponseInput } from "@/lib/schemas/recommendation";
import { respondToRecommendation } from "@/lib/services/respond-to-recommendation";
import { runFormAction } from "./run-form-action";

export async function respondToWorkout(_state: FormState, form: FormData): Promise<FormState> {
  return runFormAction(async (ctx) => {
    const input = recommendationResponseInput.safeParse({
      day: form.get("day"),
      response: form.get("response"),
    });
    if (!input.success) return { message: "This answer is not one of the choices." };
    await respondToRecommendation(ctx, input.data);
    revalidatePath("/today");
    return undefined;
  });
}
