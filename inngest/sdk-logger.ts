import { SourceError } from "@/lib/integrations/source-ports";
import type { Logger } from "@/lib/logger";

/** What the Inngest SDK writes to. */
export type SdkLogger = Record<
  "debug" | "info" | "warn" | "error",
  (...line: readonly unknown[]) => void
> & { child(fields: object): SdkLogger };

/**
 * The log as the SDK sees it. It writes each failed try down as an error with its stack; of a
 * vendor that does not answer there is a line already, and nobody has to get up for it.
 */
export function sdkLogger(log: Logger): SdkLogger {
  const write =
    (level: "debug" | "info" | "warn" | "error") =>
    (...line: readonly unknown[]) => {
      if (!line.some(tellsOfVendor)) log[level](...(line as [object, string]));
    };
  return {
    debug: write("debug"),
    info: write("info"),
    warn: write("warn"),
    error: write("error"),
    child: (fields) => sdkLogger(log.child(fields)),
  };
}

/** A vendor failed, and not Formline: also as the job engine is told of it. */
export function isVendorsFailure(error: unknown): boolean {
  return (
    error instanceof SourceError || (error instanceof Error && error.cause instanceof SourceError)
  );
}

function tellsOfVendor(part: unknown): boolean {
  return isVendorsFailure(((part ?? {}) as { readonly err?: unknown }).err);
}
