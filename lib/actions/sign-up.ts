"use server";

import { signUpSchema } from "@/lib/schemas/sign-up";
import { limitUse } from "@/lib/services/limit-use";
import { registerUser } from "@/lib/services/register-user";
import { publicAction } from "./action-client";

/** A club may sign up from one address in one evening. */
const LIMIT = { points: 20, windowS: 3600 };

/** Makes an account. It does not sign in: the form does that next, with the same password. */
export const signUp = publicAction
  .metadata({ name: "signUp" })
  .inputSchema(signUpSchema)
  .action(async ({ parsedInput, ctx }) => {
    await limitUse(ctx.system, `sign-up:${ctx.origin.address ?? "unknown"}`, LIMIT);
    await registerUser(ctx.system, parsedInput, ctx.origin);
    return { registered: true };
  });
