"use client";

import { type FormEvent, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { signInWithPassword } from "@/lib/auth/client";
import { signInSchema } from "@/lib/schemas/sign-in";
import { describeWait } from "../_components/describe-wait";
import { firstErrors } from "../_components/first-errors";
import { useCountdown } from "../_components/use-countdown";
import { useFocusFirstError } from "../_components/use-focus-first-error";

type FieldName = "email" | "password";
type Errors = Partial<Record<FieldName, string>>;

const MESSAGES = {
  invalid: "This address and password do not belong together. Check both and try again.",
  unavailable: "Signing in does not work at the moment. Try again shortly.",
};

/** `next` is a path of this site, checked on the server. */
export function SignInForm({ next }: { next: string }) {
  const [errors, setErrors] = useState<Errors>({});
  const [message, setMessage] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const { left, wait } = useCountdown();
  const form = useRef<HTMLFormElement>(null);
  useFocusFirstError(form, errors);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = signInSchema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    setMessage(null);
    if (!input.success) {
      setErrors(firstErrors<FieldName>(input.error.issues));
      return;
    }
    setErrors({});
    setIsSending(true);
    const result = await signInWithPassword(input.data.email, input.data.password);
    if (result.ok) {
      // A whole load: nothing that was rendered for nobody stays.
      window.location.assign(next);
      return;
    }
    setIsSending(false);
    if (result.code === "rate_limited") wait(result.retryAfterS);
    else setMessage(MESSAGES[result.code]);
    form.current?.querySelector<HTMLInputElement>("#password")?.focus();
  }

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div aria-live="polite" className="contents">
        {left > 0 ? (
          <Alert tone="warning" title="Too many attempts">
            Wait {describeWait(left)}, then try again. Nothing is locked for good.
          </Alert>
        ) : null}
        {message ? <Alert tone="error">{message}</Alert> : null}
      </div>
      <Field id="email" label="E-mail address" error={errors.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            required
          />
        )}
      </Field>
      <Field id="password" label="Password" error={errors.password}>
        {(control) => (
          <PasswordInput {...control} name="password" autoComplete="current-password" required />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" disabled={isSending || left > 0}>
        {isSending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
