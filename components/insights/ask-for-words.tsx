"use client";

import type { Route } from "next";
import Link from "next/link";
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
        Asked. Look again in a minute: the words stand here when every number in them is true. If
        not,{" "}
        <Link href={"/settings/assistant" as Route} className="text-accent underline">
          Settings, Assistant
        </Link>{" "}
        says why.
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
        // Nothing is wrong with what stands here: no colour of an error.
        <p role="alert" className="mt-2 text-sm text-muted">
          {problem}
        </p>
      )}
    </form>
  );
}
