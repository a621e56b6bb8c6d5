/**
 * `work` with a signal that ends with `signal` and after `ms`, by a timer that holds what it ends:
 * `AbortSignal.any` holds its sources weakly, and a time limit that was collected never comes.
 */
export async function within<T>(
  signal: AbortSignal,
  ms: number,
  work: (limit: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const follow = () => limit.abort(signal.reason);
  if (signal.aborted) follow();
  signal.addEventListener("abort", follow, { once: true });
  const timer = setTimeout(
    () => limit.abort(new DOMException("The time limit is over.", "TimeoutError")),
    ms,
  ).unref();
  try {
    return await work(limit.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", follow);
  }
}
