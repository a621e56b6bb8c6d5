import { isTimeZone } from "../dates/zoned-time";
import { newPasswordSchema } from "./password";
import { emailSchema } from "./sign-in";
import { typedWords } from "./typed-words";
import { z } from "./zod";

export const signUpSchema = z.object({
  name: typedWords().min(1, "Enter your name.").max(80, "Use at most 80 characters."),
  email: emailSchema,
  password: newPasswordSchema,
  /** IANA name, as the browser reports it. */
  timeZone: z.string().max(64).refine(isTimeZone, { error: "Choose a time zone." }),
});
export type SignUpInput = z.output<typeof signUpSchema>;
