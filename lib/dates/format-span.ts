const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The time from one instant to another in its largest unit: "12 ms", "45 s", "3 h". Never negative. */
export function formatSpan(from: Date, to: Date): string {
  return formatMillis(Math.max(0, to.getTime() - from.getTime()));
}

/** Milliseconds in their largest unit. */
export function formatMillis(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < 2 * MINUTE) return `${Math.round(ms / SECOND)} s`;
  if (ms < 2 * HOUR) return `${Math.round(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.round(ms / HOUR)} h`;
  return `${Math.round(ms / DAY)} d`;
}
