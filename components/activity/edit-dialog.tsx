"use client";

import { PencilLine } from "lucide";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import type { Sensor } from "@/lib/training/activity/activity-edit";
import type { Sport } from "@/lib/training/activity/sports";
import { EditList } from "./edit-list";
import type { EditRow } from "./prepare-edits";
import { SensorForm } from "./sensor-form";
import { SportForm } from "./sport-form";
import { StretchForm } from "./stretch-form";

type Props = {
  activityId: string;
  sport: Sport;
  /** What the recording holds and is not left out yet. */
  sensors: readonly Sensor[];
  /** Null without a recording. */
  lengthS: number | null;
  holding: readonly EditRow[];
  undone: readonly EditRow[];
};

/** What can be changed of an activity beside its title and rating, and the way back. */
export function EditDialog({ activityId, sport, sensors, lengthS, holding, undone }: Props) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setIsOpen(true)}>
        <Icon of={PencilLine} />
        Edit
      </Button>
      {isOpen ? (
        <Dialog
          isOpen
          onClose={() => setIsOpen(false)}
          title="Edit activity"
          footer={
            <Button variant="primary" onClick={() => setIsOpen(false)}>
              Done
            </Button>
          }
        >
          <div className="flex flex-col gap-5">
            <p className="text-sm text-muted">
              Every change is calculated at once and can be undone. The recording is never changed.
            </p>
            <SportForm key={sport} activityId={activityId} sport={sport} />
            {lengthS === null ? null : <StretchForm activityId={activityId} lengthS={lengthS} />}
            {sensors.length === 0 ? null : <SensorForm activityId={activityId} sensors={sensors} />}
            <section aria-label="Changes">
              <h3 className="heading-quiet mb-2">Changes</h3>
              <EditList activityId={activityId} holding={holding} undone={undone} />
            </section>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
