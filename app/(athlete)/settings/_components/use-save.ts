"use client";

import { useState, useTransition } from "react";
import { saveProblem } from "@/components/ui/save-problem";

/** What a safe action answers, as far as a form cares. */
export type ActionAnswer = {
  readonly data?: unknown;
  readonly validationErrors?: unknown;
  readonly serverError?:
    | { readonly message: string; readonly details: Readonly<Record<string, unknown>> }
    | undefined;
};

export type SaveState = {
  /** Shown in a live region after saving. */
  readonly message: string | null;
  /** A refusal that belongs to no field. */
  readonly error: string | null;
  /** A refusal of the server that belongs to a field. */
  readonly fieldError: { readonly field: string; readonly message: string } | null;
};

const UNTOUCHED: SaveState = { message: null, error: null, fieldError: null };

/** Runs a server action from a form and keeps what to say about it. */
export function useSave() {
  const [state, setState] = useState(UNTOUCHED);
  const [isSaving, startSaving] = useTransition();

  function save(run: () => Promise<ActionAnswer | undefined>, done: string, then?: () => void) {
    setState(UNTOUCHED);
    startSaving(async () => {
      const answer = await run().catch(() => undefined);
      const problem = saveProblem(answer);
      if (problem === null) {
        setState({ ...UNTOUCHED, message: done });
        then?.();
        return;
      }
      setState(refusal(problem, answer?.serverError?.details.field));
    });
  }

  return { ...state, isSaving, save, clear: () => setState(UNTOUCHED) };
}

function refusal(message: string, field: unknown): SaveState {
  return typeof field === "string"
    ? { ...UNTOUCHED, fieldError: { field, message } }
    : { ...UNTOUCHED, error: message };
}
