"use server";

import { revalidatePath } from "next/cache";
import { changeContextInput, changeMemoryInput, removeContextInput } from "@/lib/schemas/context";
import { contextInput } from "@/lib/schemas/insights";
import { addContext as addContextService } from "@/lib/services/add-context";
import {
  changeContext as changeContextService,
  removeContext as removeContextService,
} from "@/lib/services/change-context";
import { changeMemory as changeMemoryService } from "@/lib/services/change-memory";
import { athleteAction } from "./action-client";

export const addContext = athleteAction
  .metadata({ name: "addContext" })
  .inputSchema(contextInput)
  .action(async ({ parsedInput, ctx }) => {
    const { id } = await addContextService(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { id };
  });

export const changeContext = athleteAction
  .metadata({ name: "changeContext" })
  .inputSchema(changeContextInput)
  .action(async ({ parsedInput, ctx }) => {
    await changeContextService(ctx.athlete, parsedInput);
    revalidatePath("/", "layout");
    return { changed: true };
  });

export const removeContext = athleteAction
  .metadata({ name: "removeContext" })
  .inputSchema(removeContextInput)
  .action(async ({ parsedInput, ctx }) => {
    await removeContextService(ctx.athlete, parsedInput.id);
    revalidatePath("/", "layout");
    return { removed: true };
  });

export const changeMemory = athleteAction
  .metadata({ name: "changeMemory" })
  .inputSchema(changeMemoryInput)
  .action(async ({ parsedInput, ctx }) => {
    await changeMemoryService(ctx.athlete, parsedInput);
    revalidatePath("/settings/context");
    return { changed: true };
  });
