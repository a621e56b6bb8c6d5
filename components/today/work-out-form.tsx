"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { workOutToday } from "@/lib/actions/check-in";
import { actionProblem } from "./action-problem";

export function WorkOutForm() {
  const [result, submit, isPending] = useActionState(workOutToday, {});
  const problem = actionProblem(result);
  return (
    <form action={submit}>
      <Button type="submit" variant="primary" disabled={isPending}>
        {isPending ? "Working it out…" : "Work it out now"}
      </Button>
      {problem && (
        <p role="alert" className="mt-2 text-sm text-rest">
          {problem}
        </p>
      )}
    </form>
  );
}
