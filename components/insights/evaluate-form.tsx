"use client";

import { RefreshCw } from "lucide";
import { useActionState } from "react";
import { actionProblem } from "@/components/today/action-problem";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { evaluateInsights } from "@/lib/actions/insights";

/** Looks anew, now. */
export function EvaluateForm() {
  const [result, submit, isPending] = useActionState(evaluateInsights, {});
  const problem = actionProblem(result);
  return (
    <form action={submit}>
      <Button type="submit" disabled={isPending}>
        <Icon of={RefreshCw} />
        {isPending ? "Looking…" : "Look again"}
      </Button>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </form>
  );
}
