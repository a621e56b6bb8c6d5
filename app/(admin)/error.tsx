"use client";

import { PageError } from "@/components/shell/page-error";

/** Inside the shell, so that the way to every other page stays. */
export default function AdminErrorPage(props: { error: unknown; retry: () => void }) {
  return <PageError {...props} />;
}
