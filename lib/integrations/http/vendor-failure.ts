import { SourceError, type SourceFailure } from "@/lib/integrations/source-ports";
import type { Provider } from "@/lib/training/source/providers";
import { retryAfterSeconds } from "./retry-after";

type Asked = { readonly provider: Provider; readonly name: string };

/** The typed failure of an answer that is no success. Its body is never looked at. */
export function failureOf(vendor: Asked, status: number, headers: Headers): SourceError {
  const failure = failureOfStatus(status);
  const retryAfterS = retryAfterSeconds(headers, Date.now());
  return new SourceError(vendor.provider, failure, `${vendor.name} ${WORDS[failure]}`, {
    status,
    ...(retryAfterS !== null && { retryAfterS }),
  });
}

/** It answered, but nothing that is known: a page, broken JSON, another form. */
export function misunderstood(vendor: Asked, status?: number): SourceError {
  return new SourceError(
    vendor.provider,
    "misunderstood",
    `${vendor.name} ${WORDS.misunderstood}`,
    status === undefined ? {} : { status },
  );
}

/** Unreachable, too slow, or broken off; a typed failure from inside the call stays itself. */
export function noAnswer(vendor: Asked, error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  return new SourceError(
    vendor.provider,
    "unavailable",
    `${vendor.name} did not answer. It is asked again later.`,
    // Only the code: messages of the network layer may hold addresses.
    { cause: new Error(codeOf(error)) },
  );
}

const WORDS: Readonly<Record<SourceFailure, string>> = {
  signed_out: "no longer accepts this sign-in. Connect it again.",
  forbidden: "does not allow this with what was agreed to there.",
  not_found: "does not have this, or not any more.",
  rate_limited: "wants fewer questions. It is asked again later.",
  unavailable: "failed. It is asked again later.",
  misunderstood: "gave an answer that is not understood. It is asked again later.",
  refused: "refused the question.",
};

function failureOfStatus(status: number): SourceFailure {
  if (status === 401) return "signed_out";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "not_found";
  if (status === 429) return "rate_limited";
  if (status === 408 || status >= 500) return "unavailable";
  // A redirection leads to a sign-in page or elsewhere: not the protocol.
  return status >= 400 ? "refused" : "misunderstood";
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  for (const one of [cause, error]) {
    const code = (one as { code?: unknown } | undefined)?.code;
    if (typeof code === "string") return code;
  }
  return error instanceof Error ? error.name : "unknown";
}
