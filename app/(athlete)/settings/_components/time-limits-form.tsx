"use client";

import { type FormEvent, useState } from "react";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { saveTimeLimits } from "@/lib/actions/profile";
import { timeLimitsInput } from "@/lib/schemas/profile";
import type { WeekdayMinutes } from "@/lib/training/plan/weekday-minutes";
import { SaveBar } from "./save-bar";
import { useSave } from "./use-save";
import { WEEKDAYS } from "./weekdays";

const NO_LIMITS: WeekdayMinutes = WEEKDAYS.map(() => null);

/** How long each day of the week leaves for training. */
export function TimeLimitsForm({ limits }: { limits: WeekdayMinutes | null }) {
  const [wrong, setWrong] = useState<{ readonly day?: number; readonly message: string }>();
  const { save, isSaving, message, error } = useSave();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const minutes = WEEKDAYS.map((weekday) => minutesOf(String(form.get(weekday) ?? "")));
    const input = timeLimitsInput.safeParse({ weekdayMinutes: minutes });
    const issue = input.error?.issues[0];
    const day = issue?.path[1];
    setWrong(
      issue && { message: issue.message, ...(typeof day === "number" ? { day } : undefined) },
    );
    if (input.success) save(() => saveTimeLimits(input.data), "Saved.");
  }

  return (
    <Card aria-labelledby="time-limits">
      <CardHeader id="time-limits" title="Time for training" />
      <p className="mb-3 text-sm text-muted">
        The most minutes on each day. Empty means no limit, 0 a day without training. No workout and
        no swap is longer.
      </p>
      <form onSubmit={submit} noValidate>
        <div className="grid grid-cols-2 gap-3 @sm:grid-cols-4 @xl:grid-cols-7">
          {WEEKDAYS.map((weekday, index) => (
            <Field
              key={weekday}
              id={`limit-${weekday}`}
              label={weekday}
              error={wrong?.day === index ? wrong.message : undefined}
            >
              {(control) => (
                <Input
                  {...control}
                  name={weekday}
                  inputMode="numeric"
                  autoComplete="off"
                  placeholder="no limit"
                  defaultValue={(limits ?? NO_LIMITS)[index] ?? ""}
                />
              )}
            </Field>
          ))}
        </div>
        <div className="mt-4">
          <SaveBar
            isSaving={isSaving}
            message={message}
            error={wrong && wrong.day === undefined ? wrong.message : error}
          />
        </div>
      </form>
    </Card>
  );
}

/** Empty is no limit; NaN when it is no number. */
function minutesOf(text: string): number | null {
  return text.trim() === "" ? null : Number(text);
}
