"use client";

import { type FormEvent, useState } from "react";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Field } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { changePassword } from "@/lib/actions/sessions";
import { changePasswordSchema, PASSWORD_MIN_LENGTH } from "@/lib/schemas/password";
import { SaveBar } from "../../_components/save-bar";
import { useSave } from "../../_components/use-save";

type FieldName = "currentPassword" | "newPassword";
type Errors = Partial<Record<FieldName, string>>;

/** Every session ends with the change, so the next page is the sign-in. */
export function PasswordForm({ email }: { email: string }) {
  const [errors, setErrors] = useState<Errors>({});
  const { save, isSaving, message, error, fieldError } = useSave();
  const errorOf = (field: FieldName) =>
    errors[field] ?? (fieldError?.field === field ? fieldError.message : undefined);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    const input = changePasswordSchema.safeParse(form);
    const found: Errors = {};
    for (const { path, message } of input.error?.issues ?? []) {
      found[path[0] as FieldName] ??= message;
    }
    setErrors(found);
    if (!input.success) return;
    save(
      () => changePassword(input.data),
      "Changed. Sign in with the new password.",
      () => window.location.assign("/sign-in"),
    );
  }

  return (
    <Card aria-labelledby="password">
      <CardHeader id="password" title="Password" />
      <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
        {/* So that a password manager knows whose password changes. */}
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <Field id="currentPassword" label="Current password" error={errorOf("currentPassword")}>
          {(control) => (
            <PasswordInput {...control} name="currentPassword" autoComplete="current-password" />
          )}
        </Field>
        <Field
          id="newPassword"
          label="New password"
          hint={`At least ${PASSWORD_MIN_LENGTH} characters. You are signed out everywhere afterwards.`}
          error={errorOf("newPassword")}
        >
          {(control) => (
            <PasswordInput {...control} name="newPassword" autoComplete="new-password" />
          )}
        </Field>
        <SaveBar isSaving={isSaving} message={message} error={error} label="Change password" />
      </form>
    </Card>
  );
}
