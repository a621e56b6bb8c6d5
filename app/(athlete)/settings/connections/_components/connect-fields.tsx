import { controlStyles } from "@/components/ui/control-styles";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { KEY_DAYS } from "@/lib/schemas/connections";
import { cn } from "@/lib/utils";
import type { FieldErrors } from "./connect-with";
import type { PastedProvider } from "./ways-in";

const KEY_PAGE = "https://connect.garmin.com/app/settings/personalApiToken";

/** A secret, but none that a password manager should keep or fill in. */
const SECRET = { autoComplete: "off", autoCapitalize: "none", spellCheck: false } as const;

type Props = { provider: PastedProvider; formId: string; errors: FieldErrors };

/** The fields of each way to connect, with where to find what they ask for. */
export function ConnectFields(props: Props) {
  switch (props.provider) {
    case "garmin_personal":
      return <KeyFields {...props} />;
    case "garmin_connect":
      return <TokenFields {...props} />;
    case "calendar":
      return <CalendarFields {...props} />;
  }
}

function KeyFields({ formId, errors }: Props) {
  return (
    <>
      <p className="text-sm text-muted">
        Make the key on{" "}
        <a
          href={KEY_PAGE}
          target="_blank"
          rel="noreferrer"
          className="text-accent underline underline-offset-4"
        >
          Garmin Connect, Settings, Personal API key
        </a>
        . Garmin shows it once. There can be one key at a time: a new one ends the old.
      </p>
      <Field id={`${formId}-key`} label="Key" error={errors.key?.[0]}>
        {(control) => <Input {...control} {...SECRET} name="key" className="font-mono" />}
      </Field>
      <Field
        id={`${formId}-days`}
        label="It ends after"
        hint="As you chose at Garmin. You are reminded a week before."
        error={errors.validDays?.[0]}
      >
        {(control) => (
          <Select {...control} name="validDays" defaultValue="365">
            {KEY_DAYS.map((days) => (
              <option key={days} value={days}>
                {days} days
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

function TokenFields({ formId, errors }: Props) {
  return (
    <>
      <p className="text-sm text-muted">
        Sign in to Garmin with a tool that you trust on your own computer, and paste the file of
        tokens that it saved. Formline never sees your password.
      </p>
      <Field
        id={`${formId}-tokens`}
        label="Tokens (JSON)"
        hint="Both known forms are understood: oauth1 with oauth2, and a single token file."
        error={errors.tokenJson?.[0]}
      >
        {(control) => (
          <textarea
            {...control}
            {...SECRET}
            name="tokenJson"
            rows={6}
            className={cn(controlStyles, "py-2 font-mono text-sm")}
          />
        )}
      </Field>
    </>
  );
}

function CalendarFields({ formId, errors }: Props) {
  return (
    <>
      <Field
        id={`${formId}-url`}
        label="Address of the calendar's feed (ICS)"
        hint="In Google Calendar: Settings of the calendar, Secret address in iCal format. In iCloud: share it as a public calendar."
        error={errors.url?.[0]}
      >
        {(control) => (
          <Input {...control} {...SECRET} type="url" name="url" placeholder="https://…/basic.ics" />
        )}
      </Field>
      <Field
        id={`${formId}-label`}
        label="What you call it"
        aside="optional"
        error={errors.label?.[0]}
      >
        {(control) => <Input {...control} name="label" maxLength={80} placeholder="Work" />}
      </Field>
    </>
  );
}
