"use client";

import { type FormEvent, useState } from "react";
import { Card } from "@/components/ui/card";
import { CardHeader } from "@/components/ui/card-header";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { saveProfile } from "@/lib/actions/profile";
import { type ProfileInput, profileInput } from "@/lib/schemas/profile";
import type { UnitSystem } from "@/lib/units/unit-system";
import { formatHeight, parseHeight } from "./parse-height";
import { SaveBar } from "./save-bar";
import { useSave } from "./use-save";

type Errors = Partial<Record<keyof ProfileInput, string>>;
type Props = { profile: ProfileInput; units: UnitSystem };

export function ProfileForm({ profile, units }: Props) {
  const [errors, setErrors] = useState<Errors>({});
  const { save, isSaving, message, error, fieldError } = useSave();
  const errorOf = (field: keyof ProfileInput) =>
    errors[field] ?? (fieldError?.field === field ? fieldError.message : undefined);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { value, errors: found } = read(new FormData(event.currentTarget), units);
    setErrors(found);
    if (value) save(() => saveProfile(value), "Saved.");
  }

  return (
    <Card aria-labelledby="profile">
      <CardHeader id="profile" title="Profile" />
      <form onSubmit={submit} noValidate className="grid gap-4 @lg:grid-cols-2">
        <Field
          id="displayName"
          label="Name"
          error={errorOf("displayName")}
          className="col-span-full"
        >
          {(control) => (
            <Input
              {...control}
              name="displayName"
              autoComplete="name"
              defaultValue={profile.displayName}
            />
          )}
        </Field>
        <Field
          id="sex"
          label="Sex"
          hint="Two formulas of heart rate load differ by it."
          error={errorOf("sex")}
        >
          {(control) => (
            <Select {...control} name="sex" defaultValue={profile.sex ?? ""}>
              <option value="">Not given</option>
              <option value="f">Female</option>
              <option value="m">Male</option>
            </Select>
          )}
        </Field>
        <Field id="birthDate" label="Date of birth" aside="optional" error={errorOf("birthDate")}>
          {(control) => (
            <Input
              {...control}
              name="birthDate"
              type="date"
              autoComplete="bday"
              defaultValue={profile.birthDate ?? ""}
            />
          )}
        </Field>
        <Field
          id="heightM"
          label={units === "metric" ? "Height (cm)" : "Height (feet and inches)"}
          aside="optional"
          error={errorOf("heightM")}
        >
          {(control) => (
            <Input
              {...control}
              name="height"
              inputMode={units === "metric" ? "decimal" : "text"}
              defaultValue={formatHeight(profile.heightM, units)}
            />
          )}
        </Field>
        <Field
          id="mainSport"
          label="Main sport"
          hint="What the daily workout is recommended for."
          error={errorOf("mainSport")}
        >
          {(control) => (
            <Select {...control} name="mainSport" defaultValue={profile.mainSport}>
              <option value="running">Running</option>
              <option value="cycling">Cycling</option>
              <option value="swimming">Swimming</option>
            </Select>
          )}
        </Field>
        <Field
          id="gradedPaceModel"
          label="Hills in running pace"
          hint="Counts for graded pace, zones and load. Changing it calculates all runs again."
          error={errorOf("gradedPaceModel")}
          className="col-span-full"
        >
          {(control) => (
            <Select {...control} name="gradedPaceModel" defaultValue={profile.gradedPaceModel}>
              <option value="observed">As runners pace on slopes (usual)</option>
              <option value="energy_cost">By the energy of slopes (Minetti)</option>
            </Select>
          )}
        </Field>
        <div className="col-span-full">
          <SaveBar isSaving={isSaving} message={message} error={error} />
        </div>
      </form>
    </Card>
  );
}

function read(form: FormData, units: UnitSystem): { value: ProfileInput | null; errors: Errors } {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const height = text("height");
  const input = profileInput.safeParse({
    displayName: text("displayName"),
    sex: text("sex") || null,
    birthDate: text("birthDate") || null,
    heightM: height === "" ? null : (parseHeight(height, units) ?? 0),
    mainSport: text("mainSport"),
    gradedPaceModel: text("gradedPaceModel"),
  });
  if (input.success) return { value: input.data, errors: {} };
  const errors: Errors = {};
  for (const { path, message } of input.error.issues) {
    errors[path[0] as keyof ProfileInput] ??= message;
  }
  return { value: null, errors };
}
