/** A count that was seen at a time. */
export type Sample = { readonly atMs: number; readonly done: number };

const SHORTEST_SPAN_MS = 2500;

/**
 * Seconds until `total`, at the pace between the first and the last sample. Null while
 * there is too little to judge by, or nothing moves.
 */
export function secondsLeft(first: Sample, last: Sample, total: number): number | null {
  const spanMs = last.atMs - first.atMs;
  const gained = last.done - first.done;
  if (spanMs < SHORTEST_SPAN_MS || gained <= 0) return null;
  return Math.max(0, ((total - last.done) * spanMs) / gained / 1000);
}

/** "24 files a second, about 2 min left"; null while there is too little to judge by. */
export function describePace(first: Sample, last: Sample, total: number): string | null {
  const seconds = secondsLeft(first, last, total);
  const left = describeTimeLeft(seconds);
  if (seconds === null || left === null) return null;
  const perSecond = ((last.done - first.done) * 1000) / (last.atMs - first.atMs);
  if (perSecond < 1) return left;
  return `${Math.round(perSecond)} ${perSecond < 1.5 ? "file" : "files"} a second, ${left}`;
}

/** "about 2 min left"; coarse on purpose, because the files differ in size. */
export function describeTimeLeft(seconds: number | null): string | null {
  if (seconds === null) return null;
  if (seconds < 10) return "a few seconds left";
  if (seconds < 55) return `about ${Math.ceil(seconds / 10) * 10} s left`;
  if (seconds < 5400) return `about ${Math.max(1, Math.round(seconds / 60))} min left`;
  return `about ${Math.round(seconds / 3600)} h left`;
}
