"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SPORTS, type Sport } from "@/lib/training/activity/sports";
import { SPORT_LOOKS } from "./sport-look";
import { useActivityEdit } from "./use-activity-edit";

/** Another sport means other zones, another load and another curve of fitness. */
export function SportForm({ activityId, sport }: { activityId: string; sport: Sport }) {
  const { save, isPending, problem } = useActivityEdit(activityId);
  const [chosen, setChosen] = useState(sport);
  const id = useId();
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    save({ kind: "sport", value: chosen });
  }
  return (
    <form onSubmit={onSubmit}>
      <Field id={id} label="Sport" error={problem ?? undefined}>
        {(control) => (
          <div className="flex gap-2">
            <div className="min-w-0 flex-1">
              <Select
                {...control}
                value={chosen}
                onChange={(event) =>
                  setChosen(SPORTS.find((one) => one === event.target.value) ?? sport)
                }
              >
                {SPORTS.map((one) => (
                  <option key={one} value={one}>
                    {SPORT_LOOKS[one].label}
                  </option>
                ))}
              </Select>
            </div>
            <Button type="submit" disabled={isPending || chosen === sport}>
              {isPending ? "Calculating…" : "Change"}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
