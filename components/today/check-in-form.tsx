"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { Switch } from "@/components/ui/switch";
import { submitCheckIn } from "@/lib/actions/check-in";
import { CHECK_IN_NOTE_LENGTH } from "@/lib/schemas/check-in-limits";
import { actionProblem } from "./action-problem";
import { useCheckIn } from "./use-check-in";

const QUESTIONS = [
  { name: "readiness", label: "Ready to train", worst: "not at all", best: "very" },
  { name: "soreness", label: "Legs and body", worst: "very sore", best: "fresh" },
  { name: "mood", label: "Mood", worst: "low", best: "great" },
  { name: "stress", label: "Stress", worst: "a lot", best: "none" },
] as const;

type Props = {
  athleteId: string;
  /** Else the page that it stands on is shown anew. */
  onArrived?: () => void;
};

/**
 * Four taps. Works without script: the browser insists on the answers, the server reads them. And
 * without a network: then they are kept here until there is one.
 */
export function CheckInForm({ athleteId, onArrived }: Props) {
  const [result, submitPlain] = useActionState(submitCheckIn, {});
  const { submit, isWaiting, isPending, problem: refused } = useCheckIn(athleteId, onArrived);
  const problem = refused ?? actionProblem(result);
  return (
    <form action={submitPlain} onSubmit={submit} className="flex flex-col gap-3">
      {QUESTIONS.map((question) => (
        <Question key={question.name} {...question} />
      ))}
      <Switch name="hasSymptoms" label="Ill, or something hurts" />
      <details className="group text-sm">
        <summary className="flex min-h-6 w-fit items-center font-medium text-accent">
          Add a note
        </summary>
        <label className="mt-2 block">
          <span className="sr-only">Note</span>
          <textarea
            name="note"
            rows={2}
            maxLength={CHECK_IN_NOTE_LENGTH}
            className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-base"
          />
        </label>
      </details>
      {problem && (
        <p role="alert" className="text-sm text-rest">
          {problem}
        </p>
      )}
      <p
        role="status"
        className={isWaiting ? "rounded-control bg-ease-soft px-3 py-2 text-sm" : ""}
      >
        {isWaiting
          ? "Kept on this device: the server cannot be reached. It is sent as soon as it can, then your day appears."
          : null}
      </p>
      <Button type="submit" variant="primary" size="lg" disabled={isPending}>
        {isPending ? "Working it out…" : "Show my day"}
      </Button>
    </form>
  );
}

function Question({ name, label, worst, best }: (typeof QUESTIONS)[number]) {
  return (
    <fieldset>
      <legend className="sr-only">
        {label}, 1 {worst} to 5 {best}
      </legend>
      <div aria-hidden="true" className="mb-1 flex items-baseline justify-between gap-3 text-sm">
        <span className="font-medium">{label}</span>
        <span className="text-faint">
          {worst} – {best}
        </span>
      </div>
      <div className="grid grid-cols-5 gap-1.5">
        {[1, 2, 3, 4, 5].map((value) => (
          <label key={value} className="choice">
            <input type="radio" name={name} value={value} required className="choice-input" />
            {value}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
