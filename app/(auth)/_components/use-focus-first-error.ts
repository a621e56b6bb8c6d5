"use client";

import { type RefObject, useEffect } from "react";

/** After a refusal the first field to correct has the focus. */
export function useFocusFirstError(
  form: RefObject<HTMLFormElement | null>,
  errors: Readonly<Record<string, string>>,
): void {
  useEffect(() => {
    if (Object.keys(errors).length === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [form, errors]);
}
