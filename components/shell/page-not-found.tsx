"use client";

import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { Problem } from "./problem";

export function PageNotFound() {
  return (
    <Problem
      title="There is nothing here"
      actions={
        <LinkButton href={"/" as Route} variant="primary">
          Go to the start
        </LinkButton>
      }
    >
      <p>
        The address may be mistyped, or what it pointed to was deleted or belongs to another
        account.
      </p>
    </Problem>
  );
}
