import { connectCalendar, connectWithKey, connectWithTokens } from "@/lib/actions/connections";
import type { PastedProvider } from "./ways-in";

export type FieldErrors = Readonly<Record<string, readonly string[] | undefined>>;

type Answer = {
  readonly serverError?: { readonly message: string } | undefined;
  readonly validationErrors?:
    | { readonly fieldErrors: Readonly<Record<string, readonly string[] | undefined>> }
    | undefined;
};

/** Null when it is connected; otherwise why not, and what of it belongs to which field. */
export async function connectWith(
  provider: PastedProvider,
  form: FormData,
): Promise<{ readonly message: string | null; readonly fields: FieldErrors } | null> {
  const answer = await ask(provider, form).catch(() => null);
  if (answer === null) {
    return { message: "The server could not be reached. Try again.", fields: {} };
  }
  if (answer.serverError) return { message: answer.serverError.message, fields: {} };
  if (answer.validationErrors) {
    return { message: null, fields: answer.validationErrors.fieldErrors };
  }
  return null;
}

async function ask(provider: PastedProvider, form: FormData): Promise<Answer> {
  const text = (name: string) => String(form.get(name) ?? "");
  switch (provider) {
    case "garmin_personal": {
      const validDays = Number(text("validDays")) as 30 | 90 | 180 | 365;
      return connectWithKey({ key: text("key"), validDays });
    }
    case "garmin_connect":
      return connectWithTokens({ tokenJson: text("tokenJson") });
    case "calendar":
      return connectCalendar({ url: text("url"), label: text("label") || null });
  }
}
