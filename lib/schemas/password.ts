import { z } from "./zod";

export const PASSWORD_MIN_LENGTH = 12;
const PASSWORD_MAX_BYTES = 1024;

/** A new password, exactly as typed: no trimming, no rules of composition. */
export const newPasswordSchema = z
  .string()
  .refine((text) => [...text].length >= PASSWORD_MIN_LENGTH, {
    error: `Use at least ${PASSWORD_MIN_LENGTH} characters.`,
  })
  .refine((text) => new TextEncoder().encode(text).length <= PASSWORD_MAX_BYTES, {
    error: "This password is too long.",
  });

/** A password that somebody signs in with: only its size is checked. */
export const givenPasswordSchema = z
  .string()
  .min(1, "Enter your password.")
  .refine((text) => new TextEncoder().encode(text).length <= PASSWORD_MAX_BYTES, {
    error: "This password is too long.",
  });

export const changePasswordSchema = z.object({
  currentPassword: givenPasswordSchema,
  newPassword: newPasswordSchema,
});
export type ChangePasswordInput = z.output<typeof changePasswordSchema>;
