"use client";

import { ArrowLeftRight, Check } from "lucide";
import { type ComponentType, useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { respondToWorkout } from "@/lib/actions/recommendation";
import { cn } from "@/lib/utils";
import { actionProblem } from "./action-problem";
import type { ChoicesView, EffectView } from "./prepare-choices";
import type { SwapDialogProps } from "./swap-dialog";

const UNREACHED = "The other workouts could not be fetched. Try again when there is a network.";

type Response = "accepted" | "kept" | "skipped";

type WorkoutResponseProps = {
  readonly day: string;
  readonly current: Response | "swapped" | null;
  /** What it was before it was eased, "95 min"; null when nothing was changed. */
  readonly keep: string | null;
  readonly isRest: boolean;
  readonly choices: ChoicesView;
};

/** Keep, accept, swap or skip, each with what it makes of form. Until tomorrow it can be undone. */
export function WorkoutResponse({ day, current, keep, isRest, choices }: WorkoutResponseProps) {
  const [result, submit, isPending] = useActionState(respondToWorkout, {});
  const [isSwapping, setIsSwapping] = useState(false);
  const [SwapDialog, setSwapDialog] = useState<ComponentType<SwapDialogProps> | null>(null);
  const [isUnreached, setIsUnreached] = useState(false);
  const problem = isUnreached ? UNREACHED : actionProblem(result);
  // Few swap, so its script is fetched when one does.
  const openSwaps = () =>
    import("./swap-dialog").then(
      (file) => {
        setSwapDialog(() => file.SwapDialog);
        setIsUnreached(false);
        setIsSwapping(true);
      },
      () => setIsUnreached(true),
    );
  const given = (response: Response, label: string, effect: EffectView): AnswerProps => {
    const isFirst = response === "accepted" && current === null;
    return { response, label, effect, isFirst, isChosen: current === response, isPending };
  };
  return (
    <form action={submit}>
      <input type="hidden" name="day" value={day} />
      <div
        className={cn(
          "grid gap-2 *:px-1",
          keep && !isRest ? "grid-cols-2" : "auto-cols-fr grid-flow-col",
        )}
      >
        <Answer {...given("accepted", isRest ? "Rest today" : "Accept", choices.accepted)} />
        {keep && <Answer {...given("kept", `Keep ${keep}`, choices.kept)} />}
        {choices.swaps.length > 0 && (
          <Button
            variant={current === "swapped" ? "primary" : "secondary"}
            aria-pressed={current === "swapped"}
            disabled={isPending}
            onClick={() => void openSwaps()}
            className="flex-col gap-0"
          >
            <span className="flex items-center gap-1">
              <Icon of={current === "swapped" ? Check : ArrowLeftRight} />
              Swap
            </span>
            <span className="text-xs font-normal">{choices.swaps.length} others</span>
          </Button>
        )}
        {!isRest && <Answer {...given("skipped", "Skip", choices.skipped)} />}
      </div>
      <div className="mt-1.5 flex items-center justify-between gap-3 text-sm text-muted">
        {choices.accepted && <p>{effectWords(choices, isRest)}</p>}
        {current !== null && (
          <Button
            type="submit"
            name="response"
            value="undone"
            variant="ghost"
            size="sm"
            disabled={isPending}
            className="ml-auto"
          >
            Undo
          </Button>
        )}
      </div>
      {SwapDialog && (
        <SwapDialog
          isOpen={isSwapping}
          onClose={() => setIsSwapping(false)}
          swaps={choices.swaps}
          isPending={isPending}
        />
      )}
      {problem && (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </form>
  );
}

type AnswerProps = {
  readonly response: Response;
  readonly label: string;
  readonly effect: EffectView;
  readonly isChosen: boolean;
  /** The one that stands out while nothing is chosen. */
  readonly isFirst: boolean;
  readonly isPending: boolean;
};

function Answer({ response, label, effect, isChosen, isFirst, isPending }: AnswerProps) {
  return (
    <Button
      type="submit"
      name="response"
      value={response}
      aria-pressed={isChosen}
      aria-label={effect ? `${label}, form tomorrow ${effect.tomorrow}` : label}
      disabled={isPending}
      variant={isChosen || isFirst ? "primary" : "secondary"}
      className="flex-col gap-0"
    >
      <span className="flex items-center gap-1">
        {isChosen && <Icon of={Check} />}
        {label}
      </span>
      {effect && <span className="text-xs font-normal">form {effect.tomorrow}</span>}
    </Button>
  );
}

/** Said once under the buttons, so that they need no more than a number. */
function effectWords({ accepted, skipped }: ChoicesView, isRest: boolean): string {
  if (!accepted?.raceDay || !skipped?.raceDay) return "Form is that of tomorrow morning.";
  if (isRest) return `Form is tomorrow’s. On race day: ${accepted.raceDay}.`;
  return `Form is tomorrow’s. On race day: ${accepted.raceDay}, or ${skipped.raceDay} if skipped.`;
}
