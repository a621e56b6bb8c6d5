"use client";

import "./globals.css";
import { PageError } from "@/components/shell/page-error";

/** The layout itself failed: no font, no theme provider, so only what the stylesheet gives. */
export default function GlobalErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body className="min-h-dvh font-sans">
        <title>Something failed · Formline</title>
        <main>
          <PageError {...props} />
        </main>
      </body>
    </html>
  );
}
