"use server";

import { revalidatePath } from "next/cache";
import { clearSessionCookie } from "@/lib/auth/end-current-session";
import { requireSession } from "@/lib/auth/require-session";
import type { SessionId } from "@/lib/ids";
import { changePasswordSchema } from "@/lib/schemas/password";
import { revokeSessionSchema } from "@/lib/schemas/session";
import { changePassword as changePasswordService } from "@/lib/services/change-password";
import { endSession } from "@/lib/services/end-session";
import { athleteAction } from "./action-client";

/** Signs out another browser of the same person. */
export const revokeSession = athleteAction
  .metadata({ name: "revokeSession" })
  .inputSchema(revokeSessionSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { userId } = await requireSession();
    const sessionId = parsedInput.sessionId as SessionId;
    await endSession(ctx.system, { userId, sessionId }, ctx.origin);
    revalidatePath("/settings/security");
    return { revoked: true };
  });

/** Changes the password and signs out everywhere, here too: the form goes to /sign-in next. */
export const changePassword = athleteAction
  .metadata({ name: "changePassword" })
  .inputSchema(changePasswordSchema)
  .action(async ({ parsedInput, ctx }) => {
    const { userId } = await requireSession();
    await changePasswordService(ctx.system, userId, parsedInput, ctx.origin);
    await clearSessionCookie();
    return { changed: true };
  });
