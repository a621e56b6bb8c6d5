"use client";

import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import {
  BODY_PARTS,
  type BodyPart,
  FORBIDDABLE,
  USUALLY_FORBIDDEN,
} from "@/lib/training/plan/injuries";
import { SPORT_WORDS } from "./entry-detail";
import type { Entry } from "./sort-entries";

type Props = { id: string; entry: Pick<Entry, "bodyPart" | "forbidden"> | null };

/** Where it hurts and which sports it forbids; the ticks follow the place until they are changed. */
export function InjuryFields({ id, entry }: Props) {
  const [part, setPart] = useState<BodyPart>(entry?.bodyPart ?? "other");
  const usual = USUALLY_FORBIDDEN[part];
  const [ticked, setTicked] = useState(entry?.forbidden ?? usual);
  function choose(next: BodyPart) {
    setPart(next);
    setTicked(USUALLY_FORBIDDEN[next]);
  }
  return (
    <>
      <Field id={`${id}-part`} label="Where is it?">
        {(control) => (
          <Select
            {...control}
            name="bodyPart"
            value={part}
            onChange={(event) => choose(event.target.value as BodyPart)}
          >
            {BODY_PARTS.map((one) => (
              <option key={one} value={one}>
                {one === "other" ? "Somewhere else" : one.charAt(0).toUpperCase() + one.slice(1)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <fieldset>
        <legend className="text-sm font-medium">What it does not allow</legend>
        <div className="mt-1 flex flex-wrap gap-x-5">
          {FORBIDDABLE.map((sport) => (
            <label key={sport} className="flex min-h-11 items-center gap-2 text-[14px]">
              <input
                type="checkbox"
                name="forbidden"
                value={sport}
                checked={ticked.includes(sport)}
                onChange={({ target }) =>
                  setTicked(
                    target.checked ? [...ticked, sport] : ticked.filter((other) => other !== sport),
                  )
                }
                className="size-5 accent-(--accent)"
              />
              {SPORT_WORDS[sport]}
            </label>
          ))}
        </div>
        <p className="text-sm text-muted">
          Today leaves these out, and nothing hard is recommended until the injury is over.
        </p>
      </fieldset>
    </>
  );
}
