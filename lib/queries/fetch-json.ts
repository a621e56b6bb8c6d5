type ErrorBody = { readonly error?: { readonly message?: string } };

/**
 * GETs JSON from our own API. Throws an Error whose message is the sentence the server
 * wrote for the reader, or one of ours when nothing readable came back.
 */
export async function fetchJson<Body>(path: string, signal?: AbortSignal): Promise<Body> {
  const response = await fetch(path, {
    headers: { accept: "application/json" },
    ...(signal === undefined ? {} : { signal }),
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as Body;
  throw new Error(
    (body as ErrorBody | null)?.error?.message ??
      "The server did not answer as expected. Try again in a moment.",
  );
}
