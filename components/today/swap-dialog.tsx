"use client";

import { StepProfile } from "@/components/charts/step-profile";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { SwapView } from "./prepare-choices";
import { WorkoutHead } from "./workout-head";

export type SwapDialogProps = {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly swaps: readonly SwapView[];
  readonly isPending: boolean;
};

/** The other workouts of the day, each whole and with its reason. Stands in the form of the answers. */
export function SwapDialog({ isOpen, onClose, swaps, isPending }: SwapDialogProps) {
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title="Swap today’s workout"
      className="max-md:mb-0 max-md:w-full max-md:max-w-full max-md:rounded-b-none"
    >
      <ul className="flex flex-col divide-y divide-line">
        {swaps.map((swap) => (
          <li key={swap.key} className="py-4 first:pt-0 last:pb-0">
            <p className="text-sm font-medium text-balance">{swap.why}</p>
            <WorkoutHead workout={swap.workout} />
            <div className="mt-2">
              <StepProfile steps={swap.workout.steps} label={swap.workout.profileLabel} />
            </div>
            <div className="mt-2 flex items-center justify-between gap-3">
              <p className="text-sm text-muted">{effectText(swap)}</p>
              <Button
                type="submit"
                name="response"
                value={`swapped|${swap.key}`}
                disabled={isPending}
                onClick={onClose}
                aria-label={`Take ${swap.workout.title}`}
              >
                Take this
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function effectText({ effect }: SwapView): string {
  if (!effect) return "";
  const tomorrow = `Form tomorrow ${effect.tomorrow}`;
  return effect.raceDay === null ? tomorrow : `${tomorrow}, race day ${effect.raceDay}`;
}
