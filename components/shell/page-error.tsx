"use client";

import type { Route } from "next";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
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
          <LinkButton href={"/" as Route}>Go to the start</LinkButton>
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
