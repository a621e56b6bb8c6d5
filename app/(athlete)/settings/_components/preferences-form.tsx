"use client";

import { type FormEvent, useState } from "react";
import { TimeZoneSelect } from "@/components/shell/time-zone-select";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { savePreferences } from "@/lib/actions/profile";
import { clockFromMinute } from "@/lib/dates/format-clock";
import type { TimeZoneGroup } from "@/lib/dates/time-zone-groups";
import { type PreferencesInput, preferencesInput } from "@/lib/schemas/profile";
import { SaveBar } from "./save-bar";
import { useSave } from "./use-save";
import { WEEKDAYS } from "./weekdays";

type Props = { preferences: PreferencesInput; timeZones: readonly TimeZoneGroup[] };

export function PreferencesForm({ preferences, timeZones }: Props) {
  const [timeError, setTimeError] = useState<string>();
  const { save, isSaving, message, error } = useSave();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = preferencesInput.safeParse({
      units: form.get("units"),
      timeZone: form.get("timeZone"),
      firstWeekday: Number(form.get("firstWeekday")),
      morningMinute: minuteOf(String(form.get("morning"))),
    });
    setTimeError(input.success ? undefined : input.error.issues[0]?.message);
    if (input.success) save(() => savePreferences(input.data), "Saved.");
  }

  return (
    <Card aria-labelledby="preferences">
      <CardHeader id="preferences" title="Units and time" />
      <form onSubmit={submit} noValidate className="grid gap-4 @lg:grid-cols-2">
        <Field id="units" label="Units">
          {(control) => (
            <Select {...control} name="units" defaultValue={preferences.units}>
              <option value="metric">Kilometres, kilograms, °C</option>
              <option value="imperial">Miles, pounds, °F</option>
            </Select>
          )}
        </Field>
        <Field id="firstWeekday" label="Week begins on">
          {(control) => (
            <Select {...control} name="firstWeekday" defaultValue={preferences.firstWeekday}>
              {WEEKDAYS.map((weekday, index) => (
                <option key={weekday} value={index + 1}>
                  {weekday}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field
          id="timeZone"
          label="Time zone"
          hint="Decides what today is. Past activities keep the day on which they happened."
        >
          {(control) => (
            <TimeZoneSelect
              {...control}
              name="timeZone"
              groups={timeZones}
              defaultValue={preferences.timeZone}
            />
          )}
        </Field>
        <Field
          id="morning"
          label="Morning"
          hint="When the day's answer is worked out."
          error={timeError}
        >
          {(control) => (
            <Input
              {...control}
              name="morning"
              type="time"
              required
              defaultValue={clockFromMinute(preferences.morningMinute)}
            />
          )}
        </Field>
        <div className="col-span-full">
          <SaveBar isSaving={isSaving} message={message} error={error} />
        </div>
      </form>
    </Card>
  );
}

/** "06:30" as minutes after midnight; NaN when it is no time. */
function minuteOf(clock: string): number {
  const match = /^(\d{2}):(\d{2})/.exec(clock);
  return match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
}
