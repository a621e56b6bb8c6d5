"use client";

import { type FormEvent, useId, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { LocalDate } from "@/lib/dates/local-date";
import {
  type AddThresholdInput,
  addThresholdInput,
  THRESHOLD_LIMITS,
  type ThresholdName,
  type ThresholdSport,
} from "@/lib/schemas/threshold";
import type { UnitSystem } from "@/lib/units/unit-system";
import { parseThreshold, thresholdText, thresholdUnit } from "./threshold-value";
import { SPORT_WORDS, THRESHOLD_WORDS } from "./threshold-words";

export type DialogSubject = {
  readonly kind: ThresholdName;
  readonly sport: ThresholdSport;
  /** SI, what holds now. */
  readonly value: number | null;
};

type Errors = { readonly value?: string; readonly validFrom?: string };
type Props = {
  subject: DialogSubject;
  units: UnitSystem;
  today: LocalDate;
  onClose: () => void;
  onSave: (input: AddThresholdInput) => void;
};

/** One capacity and the day from which it holds. The caller saves; here it is only checked. */
export function ThresholdDialog({ subject, units, today, onClose, onSave }: Props) {
  const { kind } = subject;
  const words = THRESHOLD_WORDS[kind];
  const sports: readonly ThresholdSport[] = THRESHOLD_LIMITS[kind].sports;
  const [errors, setErrors] = useState<Errors>({});
  const formId = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const { input, errors: found } = read(form, kind, units, today);
    setErrors(found);
    if (input) onSave(input);
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.label}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            Save
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-4">
        <p className="text-sm text-muted">{words.purpose}</p>
        <Field
          id={`${formId}-value`}
          label={`Value (${thresholdUnit(kind, units)})`}
          error={errors.value}
        >
          {(control) => (
            <Input
              {...control}
              name="value"
              inputMode={kind.endsWith("_mps") ? "text" : "decimal"}
              autoComplete="off"
              placeholder={subject.value === null ? `e.g. ${words.example}` : undefined}
              defaultValue={subject.value === null ? "" : thresholdText(kind, subject.value, units)}
            />
          )}
        </Field>
        {sports.length > 1 ? (
          <Field id={`${formId}-sport`} label="For">
            {(control) => (
              <Select {...control} name="sport" defaultValue={subject.sport}>
                {sports.map((sport) => (
                  <option key={sport} value={sport}>
                    {SPORT_WORDS[sport]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        ) : (
          <input type="hidden" name="sport" value={sports[0]} />
        )}
        <Field
          id={`${formId}-from`}
          label="Holds from"
          hint="Activities from this day on are calculated again. Earlier ones keep what held then."
          error={errors.validFrom}
        >
          {(control) => (
            <Input {...control} name="validFrom" type="date" max={today} defaultValue={today} />
          )}
        </Field>
        {Object.keys(errors).length > 0 ? (
          <Alert tone="error" role="alert">
            Please correct what is marked.
          </Alert>
        ) : null}
      </form>
    </Dialog>
  );
}

function read(
  form: FormData,
  kind: ThresholdName,
  units: UnitSystem,
  today: LocalDate,
): { input: AddThresholdInput | null; errors: Errors } {
  const value = parseThreshold(kind, String(form.get("value") ?? ""), units);
  if (value === null)
    return {
      input: null,
      errors: { value: `Enter a value like ${THRESHOLD_WORDS[kind].example}.` },
    };
  const parsed = addThresholdInput.safeParse({
    kind,
    sport: form.get("sport"),
    value,
    validFrom: form.get("validFrom"),
  });
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path[0] === "validFrom" ? "validFrom" : "value";
    return { input: null, errors: { [field]: issue?.message ?? "Please check." } };
  }
  if (parsed.data.validFrom > today) {
    return { input: null, errors: { validFrom: "This day has not come yet." } };
  }
  return { input: parsed.data, errors: {} };
}
