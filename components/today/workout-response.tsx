"use client";

import { ArrowLeftRight, Check } from "lucide";
import { useActionState, useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { respondToWorkout } from "@/lib/actions/recommendation";
import { actionProblem } from "./action-problem";
import type { ChoicesView, EffectView } from "./prepare-choices";
import { SwapDialog } from "./swap-dialog";

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
  const problem = actionProblem(result);
  const answers: { response: Response; label: string; effect: EffectView }[] = [
    {
      ...{ response: "accepted", label: isRest ? "Rest today" : "Accept" },
      effect: choices.accepted,
    },
    ...(keep ? [{ response: "kept", label: `Keep ${keep}`, effect: choices.kept } as const] : []),
    ...(isRest ? [] : [{ response: "skipped", label: "Skip", effect: choices.skipped } as const]),
  ];
  const hasEffect = choices.accepted !== null;
  return (
    <form action={submit}>
      <input type="hidden" name="day" value={day} />
      <div className="grid auto-cols-fr grid-flow-col gap-2 *:px-1">
        {answers.map(({ response, label, effect }) => {
          const isChosen = current === response;
          const isFirst = response === "accepted" && current === null;
          return (
            <Button
              key={response}
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
        })}
        {choices.swaps.length > 0 && (
          <Button
            variant={current === "swapped" ? "primary" : "secondary"}
            aria-pressed={current === "swapped"}
            disabled={isPending}
            onClick={() => setIsSwapping(true)}
            className="flex-col gap-0"
          >
            <span className="flex items-center gap-1">
              <Icon of={current === "swapped" ? Check : ArrowLeftRight} />
              Swap
            </span>
            <span className="text-xs font-normal">{choices.swaps.length} others</span>
          </Button>
        )}
      </div>
      <div className="mt-1.5 flex items-center justify-between gap-3 text-sm text-muted">
        {hasEffect && <p>{effectWords(choices)}</p>}
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
      <SwapDialog
        isOpen={isSwapping}
        onClose={() => setIsSwapping(false)}
        swaps={choices.swaps}
        isPending={isPending}
      />
      {problem && (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </form>
  );
}

/** Said once under the buttons, so that they need no more than a number. */
function effectWords({ accepted, skipped }: ChoicesView): string {
  if (!accepted?.raceDay || !skipped?.raceDay) return "Form is that of tomorrow morning.";
  return `Form tomorrow; on race day ${accepted.raceDay}, skipped ${skipped.raceDay}.`;
}
