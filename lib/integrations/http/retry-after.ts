/** Longer than any vendor has been seen to ask for; a wrong date must not stop a sync for years. */
const MOST_S = 24 * 3600;

/**
 * Seconds that a Retry-After header asks to wait, at most a day; null when there is none that
 * can be read. A date counts from the answer's own Date: the vendor's clock may be wrong, its
 * difference is not.
 */
export function retryAfterSeconds(headers: Headers, nowMs: number): number | null {
  const text = headers.get("retry-after")?.trim();
  if (!text) return null;
  const seconds = /^\d+(\.\d+)?$/.test(text) ? Number(text) : secondsUntil(text, headers, nowMs);
  if (seconds === null) return null;
  return Math.min(MOST_S, Math.max(0, Math.ceil(seconds)));
}

function secondsUntil(text: string, headers: Headers, nowMs: number): number | null {
  const untilMs = Date.parse(text);
  if (Number.isNaN(untilMs)) return null;
  const sentMs = Date.parse(headers.get("date") ?? "");
  return (untilMs - (Number.isNaN(sentMs) ? nowMs : sentMs)) / 1000;
}
