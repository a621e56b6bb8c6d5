import type { RateUsage } from "@/lib/integrations/source-ports";

const QUARTER_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** Strava counts all calls, and those that only read. */
const HEADERS = [
  ["all", "x-ratelimit"],
  ["read", "x-readratelimit"],
] as const;

/**
 * What Strava's headers say of its limits ("15 minutes,day"); null when they say nothing. The
 * windows end at :00, :15, :30 and :45, the day at midnight UTC.
 */
export function stravaUsage(headers: Headers, now: Date): RateUsage | null {
  const usage: Record<string, RateUsage[string]> = {};
  for (const [name, header] of HEADERS) {
    const limits = pair(headers.get(`${header}-limit`));
    const used = pair(headers.get(`${header}-usage`));
    if (limits === null || used === null) continue;
    usage[`${name}_15min`] = {
      ...{ used: used[0], limit: limits[0] },
      resetsAt: nextMultiple(now, QUARTER_MS),
    };
    usage[`${name}_day`] = {
      ...{ used: used[1], limit: limits[1] },
      resetsAt: nextMultiple(now, DAY_MS),
    };
  }
  return Object.keys(usage).length > 0 ? usage : null;
}

function pair(text: string | null): [number, number] | null {
  const [quarter, day] = (text ?? "").split(",").map((part) => Number.parseInt(part, 10));
  return Number.isInteger(quarter) && Number.isInteger(day)
    ? [quarter as number, day as number]
    : null;
}

function nextMultiple(now: Date, lengthMs: number): Date {
  return new Date((Math.floor(now.getTime() / lengthMs) + 1) * lengthMs);
}
