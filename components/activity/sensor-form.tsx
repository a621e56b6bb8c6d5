"use client";

import { type FormEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { SENSORS, type Sensor } from "@/lib/training/activity/activity-edit";
import { SENSOR_LABELS } from "./sensor-labels";
import { useActivityEdit } from "./use-activity-edit";

type Props = { activityId: string; sensors: readonly Sensor[] };

/** For a strap that slipped or a meter that was never calibrated. */
export function SensorForm({ activityId, sensors }: Props) {
  const { save, isPending, problem } = useActivityEdit(activityId);
  const [chosen, setChosen] = useState<Sensor | null>(null);
  const id = useId();
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (chosen !== null) save({ kind: "ignore_sensor", value: chosen }, () => setChosen(null));
  }
  return (
    <form onSubmit={onSubmit}>
      <Field id={id} label="Leave out a sensor" error={problem ?? undefined}>
        {(control) => (
          <div className="flex gap-2">
            <div className="min-w-0 flex-1">
              <Select
                {...control}
                value={chosen ?? ""}
                onChange={(event) =>
                  setChosen(SENSORS.find((one) => one === event.target.value) ?? null)
                }
              >
                <option value="">Which one?</option>
                {sensors.map((sensor) => (
                  <option key={sensor} value={sensor}>
                    {SENSOR_LABELS[sensor]}
                  </option>
                ))}
              </Select>
            </div>
            <Button type="submit" disabled={isPending || chosen === null}>
              {isPending ? "Calculating…" : "Leave out"}
            </Button>
          </div>
        )}
      </Field>
    </form>
  );
}
