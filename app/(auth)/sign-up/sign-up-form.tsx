"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { TimeZoneSelect } from "@/components/shell/time-zone-select";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { signUp } from "@/lib/actions/sign-up";
import { signInWithPassword } from "@/lib/auth/client";
import type { TimeZoneGroup } from "@/lib/dates/time-zone-groups";
import { PASSWORD_MIN_LENGTH } from "@/lib/schemas/password";
import { signUpSchema } from "@/lib/schemas/sign-up";
import { describeWait } from "../_components/describe-wait";
import { firstErrors } from "../_components/first-errors";
import { useCountdown } from "../_components/use-countdown";
import { useFocusFirstError } from "../_components/use-focus-first-error";

type FieldName = "name" | "email" | "password" | "timeZone";
type Errors = Partial<Record<FieldName, string>>;
/** Without data there is nothing to show: the first page is where it comes in. */
const FIRST_PAGE = "/import";

export function SignUpForm({ timeZones }: { timeZones: readonly TimeZoneGroup[] }) {
  const [errors, setErrors] = useState<Errors>({});
  const [message, setMessage] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [timeZone, setTimeZone] = useState("UTC");
  const { left, wait } = useCountdown();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => setTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone), []);
  useFocusFirstError(form, errors);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setMessage(null);
    const input = signUpSchema.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    if (!input.success) {
      setErrors(firstErrors<FieldName>(input.error.issues));
      return;
    }
    setErrors({});
    setIsSending(true);
    const isMade = await register(input.data);
    if (isMade) {
      const { ok } = await signInWithPassword(input.data.email, input.data.password);
      window.location.assign(ok ? FIRST_PAGE : `/sign-in?next=${FIRST_PAGE}`);
      return;
    }
    setIsSending(false);
  }

  async function register(input: Parameters<typeof signUp>[0]): Promise<boolean> {
    const result = await signUp(input).catch(() => null);
    if (result?.data) return true;
    const { serverError } = result ?? {};
    const field = serverError?.details.field;
    const retryAfterS = serverError?.details.retryAfterS;
    if (typeof retryAfterS === "number") wait(retryAfterS);
    else if (field === "password" && serverError) setErrors({ password: serverError.message });
    else setMessage(serverError?.message ?? "The account could not be made. Try again shortly.");
    return false;
  }

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-4">
      <div aria-live="polite" className="contents">
        {left > 0 ? (
          <Alert tone="warning" title="Too many new accounts from here">
            Wait {describeWait(left)}, then try again.
          </Alert>
        ) : null}
        {message ? <Alert tone="error">{message}</Alert> : null}
      </div>
      <Field id="name" label="Name" error={errors.name}>
        {(control) => <Input {...control} name="name" autoComplete="name" required />}
      </Field>
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
      <Field
        id="password"
        label="Password"
        hint={`At least ${PASSWORD_MIN_LENGTH} characters. A sentence is fine.`}
        error={errors.password}
      >
        {(control) => (
          <PasswordInput {...control} name="password" autoComplete="new-password" required />
        )}
      </Field>
      <Field
        id="timeZone"
        label="Time zone"
        hint="Decides what today is, and when your morning begins."
        error={errors.timeZone}
      >
        {(control) => (
          <TimeZoneSelect
            {...control}
            name="timeZone"
            groups={timeZones}
            value={timeZone}
            onChange={(event) => setTimeZone(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="lg" disabled={isSending || left > 0}>
        {isSending ? "Creating…" : "Create account"}
      </Button>
    </form>
  );
}
