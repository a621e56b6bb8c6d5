"use client";

import type { Route } from "next";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Switch } from "@/components/ui/switch";
import { saveAssistant } from "@/lib/actions/ai-settings";
import { describeMoment } from "@/lib/dates/describe-moment";
import { type AiSettingsInput, aiSettingsInput, MOST_BUDGET_USD } from "@/lib/schemas/ai-settings";
import { SaveBar } from "../../_components/save-bar";
import { useSave } from "../../_components/use-save";

type Props = {
  settings: AiSettingsInput;
  /** False where this server has no model. */
  isOffered: boolean;
  consentedAt: Date | null;
  timeZone: string;
};

export function AssistantForm({ settings, isOffered, consentedAt, timeZone }: Props) {
  const [isOn, setIsOn] = useState(settings.isOn);
  const [mayReadNotes, setMayReadNotes] = useState(settings.mayReadNotes);
  const [budgetError, setBudgetError] = useState<string>();
  const { save, isSaving, message, error } = useSave();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const budget = String(new FormData(event.currentTarget).get("budget") ?? "");
    const input = aiSettingsInput.safeParse({
      isOn,
      mayReadNotes: isOn && mayReadNotes,
      budgetUsd: budget === "" ? Number.NaN : Number(budget),
    });
    setBudgetError(input.success ? undefined : input.error.issues[0]?.message);
    if (input.success) save(() => saveAssistant(input.data), "Saved.");
  }

  return (
    <Card aria-labelledby="assistant">
      <CardHeader id="assistant" title="Better words by a language model" />
      <p className="text-sm text-muted">
        Rules find what stands out, and write your insights, your morning and how each activity
        went. If you agree, Claude, a model of Anthropic’s, puts them into better words. Every
        number it writes is checked against yours; what is not right is not shown.
      </p>
      {isOffered ? null : (
        <Alert tone="info" className="mt-3">
          No model is asked on this server: it is switched off or not set up. Rules write
          everything. You can agree all the same.
        </Alert>
      )}
      <form onSubmit={submit} noValidate className="mt-4 flex flex-col gap-4">
        <div className="flex flex-col gap-1">
          <Switch
            label="Send my numbers to Anthropic for this"
            aria-describedby="numbers-hint"
            checked={isOn}
            onChange={({ target }) => setIsOn(target.checked)}
          />
          <p id="numbers-hint" className="text-sm text-muted">
            Summaries of your training and nights, your age, sex, weight and thresholds, when you
            were ill, injured, away or racing, and what each number is from, such as Garmin. No
            name, place, address or birth date, and nothing that comes from Strava.{" "}
            <Link
              href={"/settings/context" as Route}
              className="text-accent underline underline-offset-4"
            >
              See each number
            </Link>
            .{consentedAt ? ` You agreed ${describeMoment(consentedAt, timeZone)}.` : null}
          </p>
        </div>
        <div className="flex flex-col gap-1">
          <Switch
            label="Send my notes, too"
            aria-describedby="notes-hint"
            checked={isOn && mayReadNotes}
            onChange={({ target }) => setMayReadNotes(target.checked)}
            disabled={!isOn}
          />
          <p id="notes-hint" className="text-sm text-muted">
            The titles of illnesses, trips and races that you have entered.
          </p>
        </div>
        <Field
          id="budget"
          label="At most in a month"
          aside="US dollars"
          hint={`At most ${MOST_BUDGET_USD}. Paid by whoever runs this server.`}
          error={budgetError}
        >
          {(control) => (
            <Input
              {...control}
              name="budget"
              type="number"
              inputMode="decimal"
              step="0.1"
              min={0}
              max={MOST_BUDGET_USD}
              defaultValue={settings.budgetUsd}
            />
          )}
        </Field>
        <SaveBar isSaving={isSaving} message={message} error={error} />
      </form>
    </Card>
  );
}
