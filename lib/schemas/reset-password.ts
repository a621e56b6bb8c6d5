import { newPasswordSchema } from "./password";
import { emailSchema } from "./sign-in";
import { z } from "./zod";

export const resetPasswordSchema = z.object({ email: emailSchema, password: newPasswordSchema });
export type ResetPasswordInput = z.output<typeof resetPasswordSchema>;
