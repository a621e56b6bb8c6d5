"use client";

import { useActionState } from "react";
import { actionProblem } from "@/components/today/action-problem";
import { Button } from "@/components/ui/button";
import { askForWords } from "@/lib/actions/insights";

/** Asks the language model for better words, in the background. */
export function AskForWords({
  of,
}: {
  of: { readonly day: string } | { readonly activityId: string };
}) {
  const [result, submit, isPending] = useActionState(askForWords, {});
  const problem = actionProblem(result);
  if (result.data?.requested) {
    return (
      <p role="status" className="text-xs text-muted">
        Asked. Look again in a minute: the words stand here when every number in them is true.
      </p>
    );
  }
  return (
    <form action={submit}>
      {Object.entries(of).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" size="sm" disabled={isPending}>
        Put it in better words
      </Button>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </form>
  );
}
