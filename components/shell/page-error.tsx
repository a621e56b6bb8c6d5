"use client";

import { Button } from "@/components/ui/button";
import { buttonStyles } from "@/components/ui/button-styles";
import { Problem } from "./problem";

type Props = { error: unknown; retry: () => void };

/** Shown in place of a page that threw; `retry` fetches and renders it again. */
export function PageError({ error, retry }: Props) {
  return (
    <Problem
      title="This page could not be shown"
      reference={digestOf(error)}
      actions={
        <>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
          {/* A document of its own, not a change of what has just failed. */}
          <a href="/" className={buttonStyles()}>
            Go to the start
          </a>
        </>
      }
    >
      <p>Something failed on our side. Your data is safe; nothing was changed.</p>
    </Problem>
  );
}

function digestOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("digest" in error)) return undefined;
  return typeof error.digest === "string" ? error.digest : undefined;
}
