"use client";

import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { RACE_PRIORITIES, RACE_SPORTS, type RaceSport } from "@/lib/training/plan/race-priority";
import { PRIORITY_WORDS } from "./entry-detail";
import type { Entry } from "./sort-entries";

const SPORTS: Readonly<Record<RaceSport, string>> = {
  running: "Running",
  cycling: "Cycling",
  swimming: "Swimming",
  triathlon: "Triathlon",
};

type Props = {
  id: string;
  entry: Pick<Entry, "priority" | "raceSport" | "raceDistanceM"> | null;
  distanceError: string | undefined;
};

/** What a race is in, how long it is, and how much it counts. */
export function RaceFields({ id, entry, distanceError }: Props) {
  const km = (entry?.raceDistanceM ?? null) === null ? "" : Number(entry?.raceDistanceM) / 1000;
  return (
    <>
      <Field id={`${id}-sport`} label="Which sport?" hint="What the weeks before it are for.">
        {(control) => (
          <Select {...control} name="raceSport" defaultValue={entry?.raceSport ?? ""}>
            <option value="">Not said</option>
            {RACE_SPORTS.map((one) => (
              <option key={one} value={one}>
                {SPORTS[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id={`${id}-distance`} label="How long is it?" aside="km" error={distanceError}>
        {(control) => (
          <Input
            {...control}
            name="raceKm"
            inputMode="decimal"
            autoComplete="off"
            placeholder="e.g. 21.1"
            defaultValue={km}
          />
        )}
      </Field>
      <Field id={`${id}-priority`} label="How much does it count?">
        {(control) => (
          <Select {...control} name="priority" defaultValue={entry?.priority ?? "A"}>
            {RACE_PRIORITIES.map((one) => (
              <option key={one} value={one}>
                {PRIORITY_WORDS[one]}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

/** What the form says of a race, as the entry keeps it; NaN of a distance that is no number. */
export function raceOf(form: FormData): {
  readonly raceSport: string | null;
  readonly raceDistanceM: number | null;
} {
  const km = String(form.get("raceKm") ?? "").trim();
  return {
    raceSport: String(form.get("raceSport") ?? "") || null,
    raceDistanceM: km === "" ? null : Math.round(Number(km.replace(",", ".")) * 1000),
  };
}
