/**
 * `signal`, ended also after `ms`. By a timer that holds what it ends: `AbortSignal.any` holds its
 * sources weakly, and a time limit that was collected never comes.
 */
export function orAfter(signal: AbortSignal, ms: number): AbortSignal {
  const limit = new AbortController();
  const follow = () => limit.abort(signal.reason);
  if (signal.aborted) follow();
  else signal.addEventListener("abort", follow, { once: true });
  const isOver = new DOMException("The time limit is over.", "TimeoutError");
  setTimeout(() => limit.abort(isOver), ms).unref();
  return limit.signal;
}
