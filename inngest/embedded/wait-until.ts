const UNIT_MS: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
};

/** Milliseconds of a duration as the SDK writes it ("1d2h30m", "90s"); null for anything else. */
export function durationMs(text: string): number | null {
  if (!/^(\d+[wdhms])+$/.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+)([wdhms])/g)) {
    total += Number(amount) * (UNIT_MS[unit ?? ""] ?? 0);
  }
  return total;
}

/** The instant that a duration or an ISO date of the SDK means, seen from `now`; null if neither. */
export function waitUntil(text: string, now: Date): Date | null {
  const duration = durationMs(text);
  if (duration !== null) return new Date(now.getTime() + duration);
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : new Date(instant);
}
