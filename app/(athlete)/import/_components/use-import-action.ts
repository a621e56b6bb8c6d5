"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useState, useTransition } from "react";

type Result = { readonly serverError?: { readonly message: string } | undefined };

/** Runs a change to an import, then asks where it stands; the problem, when there was one. */
export function useImportAction() {
  const client = useQueryClient();
  const [isBusy, start] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const run = (change: () => Promise<Result>) =>
    start(async () => {
      const result = await change().catch(() => null);
      setProblem(
        result === null
          ? "The server could not be reached. Try again."
          : (result.serverError?.message ?? null),
      );
      await client.invalidateQueries({ queryKey: ["import-progress"] });
    });
  return { run, isBusy, problem };
}
