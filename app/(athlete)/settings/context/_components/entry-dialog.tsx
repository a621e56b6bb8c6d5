"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { LocalDate } from "@/lib/dates/local-date";
import { type ContextInput, contextInput } from "@/lib/schemas/insights";
import { ENTRY_KINDS, ENTRY_WORDS, type EntryKind } from "./entry-words";
import { InjuryFields } from "./injury-fields";
import { RaceFields, raceOf } from "./race-fields";
import type { Entry } from "./sort-entries";

type Errors = Partial<Record<"title" | "fromDay" | "toDay" | "raceDistanceM", string>>;
type Props = {
  /** Null for a new one. */
  entry: Entry | null;
  today: LocalDate;
  onClose: () => void;
  onSave: (input: ContextInput) => void;
};

/** What happened and its days. The caller saves; here it is only checked. */
export function EntryDialog({ entry, today, onClose, onSave }: Props) {
  const [kind, setKind] = useState<EntryKind>(entry?.kind ?? "illness");
  const [errors, setErrors] = useState<Errors>({});
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const forbidden = kind === "injury" ? form.getAll("forbidden") : null;
    const race = kind === "race" ? raceOf(form) : {};
    const said = { ...Object.fromEntries(form), ...race, kind, forbidden };
    const parsed = contextInput.safeParse(said);
    if (parsed.success) onSave(parsed.data);
    else setErrors(firstErrors(parsed.error.issues));
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={entry ? `Change: ${entry.title}` : "Add an entry"}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} variant="primary">
            Save
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-4">
        {entry ? null : (
          <Field id={`${id}-kind`} label="What is it?">
            {(control) => (
              <Select
                {...control}
                value={kind}
                onChange={(event) => setKind(event.target.value as EntryKind)}
              >
                {ENTRY_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {ENTRY_WORDS[one].label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Field id={`${id}-title`} label="In a few words" error={errors.title}>
          {(control) => (
            <Input
              {...control}
              name="title"
              maxLength={120}
              autoComplete="off"
              placeholder={`e.g. ${ENTRY_WORDS[kind].example}`}
              defaultValue={entry?.title ?? ""}
            />
          )}
        </Field>
        {kind === "injury" ? <InjuryFields id={id} entry={entry} /> : null}
        {kind === "race" ? (
          <RaceFields id={id} entry={entry} distanceError={errors.raceDistanceM} />
        ) : null}
        <Field id={`${id}-from`} label="First day" error={errors.fromDay}>
          {(control) => (
            <Input {...control} name="fromDay" type="date" defaultValue={entry?.fromDay ?? today} />
          )}
        </Field>
        <Field
          id={`${id}-to`}
          label="Last day"
          hint="A guess will do: you can end it any day."
          error={errors.toDay}
        >
          {(control) => (
            <Input {...control} name="toDay" type="date" defaultValue={entry?.toDay ?? today} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

const MISSING_DAY = "Choose a day.";
const NO_DISTANCE = "Give the distance in kilometres, up to 1000, or nothing.";

function firstErrors(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): Errors {
  const messageOf = (field: string) => issues.find(({ path }) => path[0] === field)?.message;
  const title = messageOf("title");
  const toDay = messageOf("toDay");
  return {
    ...(title && { title }),
    ...(messageOf("raceDistanceM") && { raceDistanceM: NO_DISTANCE }),
    ...(messageOf("fromDay") && { fromDay: MISSING_DAY }),
    ...(toDay && { toDay: toDay.startsWith("The last") ? toDay : MISSING_DAY }),
  };
}
