import { givenPasswordSchema } from "./password";
import { z } from "./zod";

export const emailSchema = z
  .string()
  .trim()
  .max(254, "This address is too long.")
  .pipe(z.email("Enter an e-mail address like name@example.org."));

export const signInSchema = z.object({ email: emailSchema, password: givenPasswordSchema });
export type SignInInput = z.output<typeof signInSchema>;
