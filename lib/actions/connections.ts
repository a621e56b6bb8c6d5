"use server";

import { revalidatePath } from "next/cache";
import {
  connectCalendarInput,
  connectionParams,
  connectWithKeyInput,
  connectWithTokensInput,
  disconnectInput,
} from "@/lib/schemas/connections";
import { connectPasted } from "@/lib/services/connect-pasted";
import { disconnectSource } from "@/lib/services/disconnect-source";
import { requestSync } from "@/lib/services/request-sync";
import { athleteAction } from "./action-client";

const PAGE = "/settings/connections";

export const connectWithKey = athleteAction
  .metadata({ name: "connectWithKey" })
  .inputSchema(connectWithKeyInput)
  .action(async ({ parsedInput: { key, validDays }, ctx }) => {
    const made = { pasted: key, validDays };
    const connected = await connectPasted(ctx.athlete, "garmin_personal", made);
    revalidatePath(PAGE);
    return connected;
  });

export const connectWithTokens = athleteAction
  .metadata({ name: "connectWithTokens" })
  .inputSchema(connectWithTokensInput)
  .action(async ({ parsedInput, ctx }) => {
    const pasted = parsedInput.tokenJson;
    const connected = await connectPasted(ctx.athlete, "garmin_connect", { pasted });
    revalidatePath(PAGE);
    return connected;
  });

export const connectCalendar = athleteAction
  .metadata({ name: "connectCalendar" })
  .inputSchema(connectCalendarInput)
  .action(async ({ parsedInput: { url, label }, ctx }) => {
    const connected = await connectPasted(ctx.athlete, "calendar", { pasted: url, label });
    revalidatePath(PAGE);
    return connected;
  });

export const syncNow = athleteAction
  .metadata({ name: "syncNow" })
  .inputSchema(connectionParams)
  .action(async ({ parsedInput, ctx }) =>
    requestSync(ctx.athlete, parsedInput.connectionId, "asked"),
  );

export const disconnect = athleteAction
  .metadata({ name: "disconnect" })
  .inputSchema(disconnectInput)
  .action(async ({ parsedInput: { connectionId, data }, ctx }) => {
    const disconnected = await disconnectSource(ctx.athlete, connectionId, { data });
    revalidatePath(PAGE);
    return disconnected;
  });
