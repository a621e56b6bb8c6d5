"use client";

import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { workOutToday } from "@/lib/actions/check-in";
import { FORM_UNTOUCHED } from "@/lib/schemas/form-state";

export function WorkOutForm() {
  const [state, submit, isPending] = useActionState(workOutToday, FORM_UNTOUCHED);
  return (
    <form action={submit}>
      <Button type="submit" variant="primary" disabled={isPending}>
        {isPending ? "Working it out…" : "Work it out now"}
      </Button>
      {state.message && (
        <p role="alert" className="mt-2 text-sm text-rest">
          {state.message}
        </p>
      )}
    </form>
  );
}
