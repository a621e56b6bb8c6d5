"use client";

import { Check } from "lucide";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { respondToWorkout } from "@/lib/actions/recommendation";
import { cn } from "@/lib/utils";
import { actionProblem } from "./action-problem";

type Response = "accepted" | "kept" | "skipped";

type WorkoutResponseProps = {
  readonly day: string;
  readonly current: Response | "swapped" | null;
  /** What it was before it was eased, "95 min"; null when nothing was changed. */
  readonly keep: string | null;
  readonly isRest: boolean;
};

/** Accept, keep what was meant, or skip. The last answer counts and can be changed all day. */
export function WorkoutResponse({ day, current, keep, isRest }: WorkoutResponseProps) {
  const [result, submit, isPending] = useActionState(respondToWorkout, {});
  const problem = actionProblem(result);
  const choices: { response: Response; label: string; grow: string }[] = [
    { response: "accepted", label: isRest ? "Rest today" : "Accept", grow: "grow-[1.6]" },
    ...(keep ? [{ response: "kept", label: `Keep ${keep}`, grow: "grow" } as const] : []),
    ...(isRest ? [] : [{ response: "skipped", label: "Skip", grow: "grow" } as const]),
  ];
  return (
    <form action={submit}>
      <input type="hidden" name="day" value={day} />
      <div className="flex gap-2">
        {choices.map(({ response, label, grow }) => {
          const isChosen = current === response;
          const isFirst = response === "accepted";
          return (
            <Button
              key={response}
              type="submit"
              name="response"
              value={response}
              aria-pressed={isChosen}
              disabled={isPending}
              variant={isChosen || (isFirst && current === null) ? "primary" : "secondary"}
              className={cn("basis-0", grow)}
            >
              {isChosen && <Icon of={Check} />}
              {label}
            </Button>
          );
        })}
      </div>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </form>
  );
}
